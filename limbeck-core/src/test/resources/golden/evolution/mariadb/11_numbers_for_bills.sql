-- upgrade
create sequence bill_numbers increment by 10 start with 1000;
alter table purchases add column bill_number bigint, algorithm = inplace, lock = none;

-- downgrade
alter table purchases drop column bill_number, algorithm = inplace, lock = none;
drop sequence bill_numbers;
