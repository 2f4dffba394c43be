alter table users drop column role, lock = none;
