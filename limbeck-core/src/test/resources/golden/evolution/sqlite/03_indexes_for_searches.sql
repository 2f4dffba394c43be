-- upgrade
create index ix_orders_customer on orders (customer_id, created_at);
create index ix_orders_open on orders (created_at) where status = 'OPEN';
create index ix_products_title on products (title);

-- downgrade
drop index ix_products_title;
drop index ix_orders_open;
drop index ix_orders_customer;
