-- upgrade
alter table customers modify column name varchar(200) /* may copy the table */;
alter table products modify column price decimal(12,2) not null /* may copy the table */;

-- downgrade
alter table products modify column price decimal(8,2) not null /* may copy the table */;
alter table customers modify column name varchar(40) /* may copy the table */;
