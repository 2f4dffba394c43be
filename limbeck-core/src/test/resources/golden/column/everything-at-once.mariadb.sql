update users set role = 1;
alter table users modify column role bigint default 5 comment 'a number', algorithm = inplace, lock = none;
alter table users rename column role to level, algorithm = inplace, lock = none;
