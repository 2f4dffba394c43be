-- upgrade
create table limbeck_new_products (
    sku varchar(20) not null,
    title varchar(80) not null,
    price numeric(12, 2) not null,
    constraint products_pkey primary key (sku),
    constraint ck_products_price check (price >= 0)
);
insert into limbeck_new_products (rowid, sku, title, price)
select rowid, sku, title, price
from products;
drop table products;
pragma legacy_alter_table = on;
alter table limbeck_new_products rename to products;
pragma legacy_alter_table = off;
create index ix_products_title on products (title);

-- downgrade
create table limbeck_new_products (
    sku varchar(20) not null,
    title varchar(80) not null,
    price numeric(12, 2) not null,
    legacy_code integer,
    constraint products_pkey primary key (sku),
    constraint ck_products_price check (price >= 0),
    constraint uq_products_title unique (title)
);
insert into limbeck_new_products (rowid, sku, title, price)
select rowid, sku, title, price
from products;
drop table products;
pragma legacy_alter_table = on;
alter table limbeck_new_products rename to products;
pragma legacy_alter_table = off;
create index ix_products_legacy on products (legacy_code);
create index ix_products_title on products (title);
