alter table users add unique index ix_role (role), lock = none;
alter table users add constraint uq_role unique (role), lock = none;
