alter table users rename column role to duty, lock = none;
