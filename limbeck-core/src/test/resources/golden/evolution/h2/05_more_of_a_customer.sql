-- upgrade
alter table customers add column country varchar(2);
comment on column customers.country is 'where to send to';
alter table customers add column points integer default 0 not null;
alter table customers add constraint fk_customers_country foreign key (country) references countries (code) on delete set null;

-- downgrade
alter table customers drop constraint fk_customers_country;
alter table customers drop column points;
alter table customers drop column country;
