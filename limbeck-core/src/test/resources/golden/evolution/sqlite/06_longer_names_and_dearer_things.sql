-- upgrade
create table limbeck_new_customers (
    id integer,
    email varchar(120) not null,
    name varchar(200),
    active boolean default true not null,
    country varchar(2),
    points integer default 0 not null,
    constraint customers_pkey primary key (id),
    constraint uq_customers_email unique (email),
    constraint fk_customers_country foreign key (country) references countries (code) on delete set null
);
insert into limbeck_new_customers (id, email, name, active, country, points)
select id, email, name, active, country, points
from customers;
drop table customers;
pragma legacy_alter_table = on;
alter table limbeck_new_customers rename to customers;
pragma legacy_alter_table = off;
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

-- downgrade
create table limbeck_new_products (
    sku varchar(20) not null,
    title varchar(80) not null,
    price numeric(8, 2) not null,
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
create table limbeck_new_customers (
    id integer,
    email varchar(120) not null,
    name varchar(40),
    active boolean default true not null,
    country varchar(2),
    points integer default 0 not null,
    constraint customers_pkey primary key (id),
    constraint uq_customers_email unique (email),
    constraint fk_customers_country foreign key (country) references countries (code) on delete set null
);
insert into limbeck_new_customers (id, email, name, active, country, points)
select id, email, name, active, country, points
from customers;
drop table customers;
pragma legacy_alter_table = on;
alter table limbeck_new_customers rename to customers;
pragma legacy_alter_table = off;
