-- upgrade
create index ix_orders_customer on orders (customer_id, created_at);
create index ix_orders_open on orders (created_at) where status = 'OPEN';
create index concurrently ix_products_title on products (title); -- no transaction

-- downgrade
drop index concurrently ix_products_title; -- no transaction
drop index ix_orders_open;
drop index ix_orders_customer;
