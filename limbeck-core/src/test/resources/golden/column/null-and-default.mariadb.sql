alter table users modify column role varchar(20) /* may copy the table */;
alter table users modify column role varchar(20) not null default 'it''s' /* may copy the table */;
alter table users modify column created_at timestamp(6) not null default current_timestamp(6), lock = none;
