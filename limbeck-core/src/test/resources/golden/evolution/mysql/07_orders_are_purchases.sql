-- upgrade
alter table orders rename to purchases;
alter table order_lines rename column line to `position`, lock = none;

-- downgrade
alter table order_lines rename column `position` to line, lock = none;
alter table purchases rename to orders;
