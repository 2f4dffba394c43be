-- upgrade
alter table customers modify column name varchar(200), algorithm = inplace, lock = none;
alter table products modify column price decimal(12,2) not null, algorithm = inplace, lock = none;

-- downgrade
alter table products modify column price decimal(8,2) not null, algorithm = inplace, lock = none;
alter table customers modify column name varchar(40), algorithm = inplace, lock = none;
