-- Rows, and what counts them
--
-- Revision ID: 2b02
-- Revises: 1a01

-- limbeck: upgrade
insert into account (id, customer_id, balance) select id, id, id * 10 from customer;
create table audit (what varchar(40) not null, amount integer not null);
insert into audit (what, amount) select 'opened', balance from account;
update account set balance = balance + 1;
insert into audit (what, amount) select 'raised', balance from account;
create index ix_audit_what on audit (what);

-- limbeck: downgrade
update account set balance = balance - 1;
drop table audit;
delete from account;
