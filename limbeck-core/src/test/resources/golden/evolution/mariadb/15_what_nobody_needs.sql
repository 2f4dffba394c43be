-- upgrade
alter table products drop index ix_products_legacy, algorithm = inplace, lock = none;
alter table products drop column legacy_code, algorithm = inplace, lock = none;
alter table products drop index uq_products_title, algorithm = inplace, lock = none;

-- downgrade
alter table products add constraint uq_products_title unique (title), algorithm = inplace, lock = none;
alter table products add column legacy_code int, algorithm = inplace, lock = none;
alter table products add index ix_products_legacy (legacy_code), algorithm = inplace, lock = none;
