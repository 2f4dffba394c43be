-- upgrade
alter type purchase_status add value 'SENT';
create or replace view open_purchases as select id, customer_id, total from purchases where status = 'OPEN';

-- downgrade
create or replace view open_purchases as select id, customer_id from purchases where status = 'OPEN';
alter type purchase_status rename to old__purchase_status;
create type purchase_status as enum ('OPEN', 'PAID');
alter table purchases alter column state drop default;
alter table purchases alter column state set data type purchase_status using state::text::purchase_status;
alter table purchases alter column state set default 'OPEN';
drop type old__purchase_status;
