-- Orders, with an index that is made outside of the transaction
--
-- Revision ID: 4d04
-- Revises: 3c03

-- limbeck: upgrade
create table orders (id integer not null primary key, account_id integer not null, total integer not null);
insert into orders (id, account_id, total) select id, id, balance from account;
alter table orders add column note varchar(20);
update orders set note = 'old', total = total + 1;
-- limbeck: no-transaction
create index ix_orders_total on orders (total);
update orders set total = total * 2;
insert into audit (what, amount) select 'ordered', total from orders;

-- limbeck: downgrade
update orders set total = total + 1;
drop table orders;
delete from audit where what = 'ordered';
