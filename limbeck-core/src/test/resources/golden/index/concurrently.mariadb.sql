alter table users add unique index ix_role (role), algorithm = inplace, lock = none;
alter table users drop index ix_role, algorithm = inplace, lock = none;
