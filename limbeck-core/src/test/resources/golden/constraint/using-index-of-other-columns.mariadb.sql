alter table users add constraint uq_role unique (role), algorithm = inplace, lock = none;
