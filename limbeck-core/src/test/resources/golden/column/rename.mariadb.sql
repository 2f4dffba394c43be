alter table users rename column role to duty, algorithm = inplace, lock = none;
