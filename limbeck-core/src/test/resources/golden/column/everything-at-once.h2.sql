alter table users alter column role drop default;
alter table users alter column role set data type bigint using 1;
alter table users alter column role drop not null;
alter table users alter column role set default 5;
comment on column users.role is 'a number';
alter table users rename column role to level;
