alter table users add unique index ix_role (role), algorithm = inplace, lock = none;
alter table users add constraint uq_role unique (role), algorithm = inplace, lock = none;
