-- upgrade
create table customers (
    id integer,
    email varchar(120) not null,
    name varchar(40),
    active boolean default true not null,
    constraint customers_pkey primary key (id),
    constraint uq_customers_email unique (email)
);
create table products (
    sku varchar(20) not null,
    title varchar(80) not null,
    price numeric(8, 2) not null,
    legacy_code integer,
    constraint products_pkey primary key (sku),
    constraint ck_products_price check (price >= 0)
);
create index ix_products_legacy on products (legacy_code);

-- downgrade
drop table products;
drop table customers;
