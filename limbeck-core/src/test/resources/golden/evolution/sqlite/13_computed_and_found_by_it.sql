-- upgrade
create table limbeck_new_order_lines (
    order_id integer not null,
    position integer not null,
    sku varchar(20) not null,
    quantity integer default 1 not null,
    dozens integer generated always as (quantity / 12) stored,
    constraint order_lines_pkey primary key (order_id, position),
    constraint fk_order_lines_order foreign key (order_id) references purchases (id) on delete cascade,
    constraint fk_order_lines_product foreign key (sku) references products (sku),
    constraint ck_order_lines_quantity check (quantity > 0)
);
insert into limbeck_new_order_lines (rowid, order_id, position, sku, quantity)
select rowid, order_id, position, sku, quantity
from order_lines;
drop table order_lines;
pragma legacy_alter_table = on;
alter table limbeck_new_order_lines rename to order_lines;
pragma legacy_alter_table = off;
create index ix_customers_email on customers ((lower(email)));

-- downgrade
drop index ix_customers_email;
alter table order_lines drop column dozens;
