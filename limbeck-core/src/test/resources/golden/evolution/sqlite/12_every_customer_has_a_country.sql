-- upgrade
update customers set country = ? where country is null;
create table limbeck_new_customers (
    id integer,
    email varchar(120) not null,
    name varchar(200),
    active boolean default true not null,
    country varchar(2) default 'CH' not null,
    points integer default 0 not null,
    constraint customers_pkey primary key (id),
    constraint uq_customers_email unique (email),
    constraint fk_customers_country foreign key (country) references countries (code) on delete set null
);
insert into limbeck_new_customers (id, email, name, active, country, points)
select id, email, name, active, country, points
from customers;
drop table customers;
pragma legacy_alter_table = on;
alter table limbeck_new_customers rename to customers;
pragma legacy_alter_table = off;

-- downgrade
create table limbeck_new_customers (
    id integer,
    email varchar(120) not null,
    name varchar(200),
    active boolean default true not null,
    country varchar(2),
    points integer default 0 not null,
    constraint customers_pkey primary key (id),
    constraint uq_customers_email unique (email),
    constraint fk_customers_country foreign key (country) references countries (code) on delete set null
);
insert into limbeck_new_customers (id, email, name, active, country, points)
select id, email, name, active, country, points
from customers;
drop table customers;
pragma legacy_alter_table = on;
alter table limbeck_new_customers rename to customers;
pragma legacy_alter_table = off;
