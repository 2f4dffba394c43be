-- upgrade
update customers set country = ? where country is null;
alter table customers alter column country set not null;
alter table customers alter column country set default 'CH';

-- downgrade
alter table customers alter column country drop default;
alter table customers alter column country drop not null;
