alter table users modify column email varchar(300) not null comment 'lower case' /* may copy the table */;
update users set role = length(role);
alter table users modify column role int not null default 'USER' /* may copy the table */;
