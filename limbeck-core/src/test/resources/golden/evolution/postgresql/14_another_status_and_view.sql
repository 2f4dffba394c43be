-- upgrade
alter type purchase_status add value 'SENT';
create or replace view open_purchases as select id, customer_id, total from purchases where status = 'OPEN';

-- downgrade
create or replace view open_purchases as select id, customer_id from purchases where status = 'OPEN';
-- refused: PostgreSQL cannot take values from the enum type purchase_status, or change their order, while view open_purchases hold(s) on to it. Drop that before and create it again afterwards, or take it out of the migration.
