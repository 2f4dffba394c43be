-- upgrade
alter table order_lines add constraint ck_order_lines_quantity check (quantity > 0), lock = none;
alter table products add constraint uq_products_title unique (title), lock = none;
alter table purchases add constraint ck_purchases_total check (total >= 0), lock = none;

-- downgrade
alter table purchases drop constraint ck_purchases_total, lock = none;
alter table products drop index uq_products_title, lock = none;
alter table order_lines drop constraint ck_order_lines_quantity, lock = none;
