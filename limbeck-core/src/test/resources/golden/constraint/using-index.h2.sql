create unique index ix_role on users (role);
alter table users add constraint uq_role unique (role);
