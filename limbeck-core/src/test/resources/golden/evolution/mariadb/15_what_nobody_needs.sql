-- upgrade
alter table products drop index ix_products_legacy, lock = none;
alter table products drop column legacy_code, lock = none;
alter table products drop index uq_products_title, lock = none;

-- downgrade
alter table products add constraint uq_products_title unique (title), lock = none;
alter table products add column legacy_code int, lock = none;
alter table products add index ix_products_legacy (legacy_code), lock = none;
