alter table users alter column email set data type varchar(300);
alter table users alter column role set data type integer using length(role);
