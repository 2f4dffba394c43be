alter table users drop column role, algorithm = inplace, lock = none;
