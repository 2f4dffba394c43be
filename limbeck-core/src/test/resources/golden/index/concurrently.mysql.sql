alter table users add unique index ix_role (role), lock = none;
alter table users drop index ix_role, lock = none;
