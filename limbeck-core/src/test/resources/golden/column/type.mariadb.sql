alter table users modify column email varchar(300) not null comment 'lower case', algorithm = inplace, lock = none;
update users set role = length(role);
alter table users modify column role int not null default 'USER', algorithm = inplace, lock = none;
