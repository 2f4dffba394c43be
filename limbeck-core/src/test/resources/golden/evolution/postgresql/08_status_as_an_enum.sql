-- upgrade
create type purchase_status as enum ('OPEN', 'PAID');
alter table purchases add column state purchase_status default 'OPEN' not null;

-- downgrade
alter table purchases drop column state;
drop type purchase_status;
