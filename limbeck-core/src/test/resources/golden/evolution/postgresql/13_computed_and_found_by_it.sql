-- upgrade
alter table order_lines add column dozens integer generated always as (quantity / 12) stored;
create index ix_customers_email on customers ((lower(email)));

-- downgrade
drop index ix_customers_email;
alter table order_lines drop column dozens;
