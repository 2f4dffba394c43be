-- upgrade
alter table order_lines add column dozens int generated always as (quantity / 12) stored, lock = none;
alter table customers add index ix_customers_email ((lower(email))), lock = none;

-- downgrade
alter table customers drop index ix_customers_email, lock = none;
alter table order_lines drop column dozens, lock = none;
