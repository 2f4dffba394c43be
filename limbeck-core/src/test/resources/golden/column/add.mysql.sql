alter table users add column nick varchar(30) comment 'what friends say', lock = none;
alter table users add column points decimal(10,2) not null default 0, lock = none;
alter table users add column shout text generated always as (upper(email)) stored, lock = none;
