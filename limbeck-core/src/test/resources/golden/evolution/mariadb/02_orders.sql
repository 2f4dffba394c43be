-- upgrade
create table orders (
    id int not null auto_increment,
    customer_id int not null,
    status varchar(10) not null default 'OPEN',
    total decimal(10,2),
    created_at timestamp not null default current_timestamp,
    primary key (id),
    constraint fk_orders_customer foreign key (customer_id) references customers (id)
);
create table order_lines (
    order_id int not null,
    line int not null,
    sku varchar(20) not null,
    quantity int not null default 1,
    primary key (order_id, line),
    constraint fk_order_lines_order foreign key (order_id) references orders (id) on delete cascade,
    constraint fk_order_lines_product foreign key (sku) references products (sku)
);

-- downgrade
drop table order_lines;
drop table orders;
