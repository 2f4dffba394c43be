-- upgrade
alter table customers add column country varchar(2) comment 'where to send to', lock = none;
alter table customers add column points int not null default 0, lock = none;
alter table customers add constraint fk_customers_country foreign key (country) references countries (code) on delete set null, lock = none;

-- downgrade
alter table customers drop foreign key fk_customers_country, drop index fk_customers_country, lock = none;
alter table customers drop column points, lock = none;
alter table customers drop column country, lock = none;
