alter table users add column nick varchar(30);
comment on column users.nick is 'what friends say';
alter table users add column points numeric(10, 2) default 0 not null;
alter table users add column shout varchar generated always as (upper(email));
