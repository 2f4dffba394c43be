-- upgrade
alter table orders rename to purchases;
alter table order_lines rename column line to position;

-- downgrade
alter table order_lines rename column position to line;
alter table purchases rename to orders;
