-- upgrade
update customers set country = ? where country is null;
alter table customers modify column country varchar(2) not null default 'CH' comment 'where to send to', lock = none;

-- downgrade
alter table customers modify column country varchar(2) comment 'where to send to', lock = none;
