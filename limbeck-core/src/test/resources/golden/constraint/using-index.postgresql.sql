create unique index concurrently ix_role on users (role); -- no transaction
alter table users add constraint uq_role unique using index ix_role;
