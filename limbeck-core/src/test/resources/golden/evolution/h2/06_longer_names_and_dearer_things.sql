-- upgrade
alter table customers alter column name set data type varchar(200);
alter table products alter column price set data type numeric(12, 2);

-- downgrade
alter table products alter column price set data type numeric(8, 2);
alter table customers alter column name set data type varchar(40);
