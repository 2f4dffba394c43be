-- upgrade
alter table order_lines add constraint ck_order_lines_quantity check (quantity > 0);
alter table products add constraint uq_products_title unique (title);
alter table purchases add constraint ck_purchases_total check (total >= 0) not valid;
alter table purchases validate constraint ck_purchases_total;

-- downgrade
alter table purchases drop constraint ck_purchases_total;
alter table products drop constraint uq_products_title;
alter table order_lines drop constraint ck_order_lines_quantity;
