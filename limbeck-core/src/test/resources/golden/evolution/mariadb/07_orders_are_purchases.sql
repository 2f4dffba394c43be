-- upgrade
alter table orders rename to purchases;
alter table order_lines rename column line to `position`, algorithm = inplace, lock = none;

-- downgrade
alter table order_lines rename column `position` to line, algorithm = inplace, lock = none;
alter table purchases rename to orders;
