alter table users modify column role varchar(20), lock = none;
alter table users modify column role varchar(20) not null default 'it''s', lock = none;
alter table users modify column created_at timestamp(6) not null default current_timestamp(6), lock = none;
