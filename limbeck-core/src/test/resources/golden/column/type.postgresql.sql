alter table users alter column email set data type varchar(300);
alter table users alter column role drop default;
alter table users alter column role set data type integer using length(role);
alter table users alter column role set default 'USER';
