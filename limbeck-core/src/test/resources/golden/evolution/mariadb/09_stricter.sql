-- upgrade
alter table order_lines add constraint ck_order_lines_quantity check (quantity > 0) /* may copy the table */;
alter table products add constraint uq_products_title unique (title), lock = none;
alter table purchases add constraint ck_purchases_total check (total >= 0) /* may copy the table */;

-- downgrade
alter table purchases drop constraint ck_purchases_total;
alter table products drop index uq_products_title, lock = none;
alter table order_lines drop constraint ck_order_lines_quantity;
