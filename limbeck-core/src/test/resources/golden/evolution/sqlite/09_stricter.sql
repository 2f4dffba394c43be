-- upgrade
create table limbeck_new_order_lines (
    order_id integer not null,
    position integer not null,
    sku varchar(20) not null,
    quantity integer default 1 not null,
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
create table limbeck_new_products (
    sku varchar(20) not null,
    title varchar(80) not null,
    price numeric(12, 2) not null,
    legacy_code integer,
    constraint products_pkey primary key (sku),
    constraint ck_products_price check (price >= 0),
    constraint uq_products_title unique (title)
);
insert into limbeck_new_products (rowid, sku, title, price, legacy_code)
select rowid, sku, title, price, legacy_code
from products;
drop table products;
pragma legacy_alter_table = on;
alter table limbeck_new_products rename to products;
pragma legacy_alter_table = off;
create index ix_products_legacy on products (legacy_code);
create index ix_products_title on products (title);
create table limbeck_new_purchases (
    id integer,
    customer_id integer not null,
    status varchar(10) default 'OPEN' not null,
    total numeric(10, 2),
    created_at timestamptz default current_timestamp not null,
    state purchase_status default 'OPEN' not null,
    constraint orders_pkey primary key (id),
    constraint fk_orders_customer foreign key (customer_id) references customers (id),
    constraint ck_purchases_total check (total >= 0)
);
insert into limbeck_new_purchases (id, customer_id, status, total, created_at, state)
select id, customer_id, status, total, created_at, state
from purchases;
drop table purchases;
pragma legacy_alter_table = on;
alter table limbeck_new_purchases rename to purchases;
pragma legacy_alter_table = off;
create index ix_orders_customer on purchases (customer_id, created_at);
create index ix_orders_open on purchases (created_at) where status = 'OPEN';

-- downgrade
create table limbeck_new_purchases (
    id integer,
    customer_id integer not null,
    status varchar(10) default 'OPEN' not null,
    total numeric(10, 2),
    created_at timestamptz default current_timestamp not null,
    state purchase_status default 'OPEN' not null,
    constraint orders_pkey primary key (id),
    constraint fk_orders_customer foreign key (customer_id) references customers (id)
);
insert into limbeck_new_purchases (id, customer_id, status, total, created_at, state)
select id, customer_id, status, total, created_at, state
from purchases;
drop table purchases;
pragma legacy_alter_table = on;
alter table limbeck_new_purchases rename to purchases;
pragma legacy_alter_table = off;
create index ix_orders_customer on purchases (customer_id, created_at);
create index ix_orders_open on purchases (created_at) where status = 'OPEN';
create table limbeck_new_products (
    sku varchar(20) not null,
    title varchar(80) not null,
    price numeric(12, 2) not null,
    legacy_code integer,
    constraint products_pkey primary key (sku),
    constraint ck_products_price check (price >= 0)
);
insert into limbeck_new_products (rowid, sku, title, price, legacy_code)
select rowid, sku, title, price, legacy_code
from products;
drop table products;
pragma legacy_alter_table = on;
alter table limbeck_new_products rename to products;
pragma legacy_alter_table = off;
create index ix_products_legacy on products (legacy_code);
create index ix_products_title on products (title);
create table limbeck_new_order_lines (
    order_id integer not null,
    position integer not null,
    sku varchar(20) not null,
    quantity integer default 1 not null,
    constraint order_lines_pkey primary key (order_id, position),
    constraint fk_order_lines_order foreign key (order_id) references purchases (id) on delete cascade,
    constraint fk_order_lines_product foreign key (sku) references products (sku)
);
insert into limbeck_new_order_lines (rowid, order_id, position, sku, quantity)
select rowid, order_id, position, sku, quantity
from order_lines;
drop table order_lines;
pragma legacy_alter_table = on;
alter table limbeck_new_order_lines rename to order_lines;
pragma legacy_alter_table = off;
