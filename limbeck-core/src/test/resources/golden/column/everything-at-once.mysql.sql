update users set role = 1;
alter table users modify column role bigint default 5 comment 'a number', lock = none;
alter table users rename column role to level, lock = none;
