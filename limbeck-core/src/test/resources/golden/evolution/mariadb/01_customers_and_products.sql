-- upgrade
create table customers (
    id int not null auto_increment,
    email varchar(120) not null comment 'lower case',
    name varchar(40),
    active boolean not null default true,
    primary key (id),
    constraint uq_customers_email unique (email)
) comment = 'who buys';
create table products (
    sku varchar(20) not null,
    title varchar(80) not null,
    price decimal(8,2) not null,
    legacy_code int,
    primary key (sku),
    constraint ck_products_price check (price >= 0),
    index ix_products_legacy (legacy_code)
);

-- downgrade
drop table products;
drop table customers;
