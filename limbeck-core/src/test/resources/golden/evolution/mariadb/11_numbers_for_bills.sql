-- upgrade
create sequence bill_numbers increment by 10 start with 1000;
alter table purchases add column bill_number bigint, lock = none;

-- downgrade
alter table purchases drop column bill_number, lock = none;
drop sequence bill_numbers;
