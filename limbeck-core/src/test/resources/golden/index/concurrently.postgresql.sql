create unique index concurrently ix_role on users (role); -- no transaction
drop index concurrently ix_role; -- no transaction
