-- upgrade
create table orders (
    id integer,
    customer_id integer not null,
    status varchar(10) default 'OPEN' not null,
    total numeric(10, 2),
    created_at timestamptz default current_timestamp not null,
    constraint orders_pkey primary key (id),
    constraint fk_orders_customer foreign key (customer_id) references customers (id)
);
create table order_lines (
    order_id integer not null,
    line integer not null,
    sku varchar(20) not null,
    quantity integer default 1 not null,
    constraint order_lines_pkey primary key (order_id, line),
    constraint fk_order_lines_order foreign key (order_id) references orders (id) on delete cascade,
    constraint fk_order_lines_product foreign key (sku) references products (sku)
);

-- downgrade
drop table order_lines;
drop table orders;
