-- upgrade
drop index ix_products_legacy;
alter table products drop column legacy_code;
alter table products drop constraint uq_products_title;

-- downgrade
alter table products add constraint uq_products_title unique (title);
alter table products add column legacy_code integer;
create index ix_products_legacy on products (legacy_code);
