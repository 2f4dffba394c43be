-- upgrade
create view open_purchases as select id, customer_id from purchases where status = 'OPEN';

-- downgrade
drop view open_purchases;
