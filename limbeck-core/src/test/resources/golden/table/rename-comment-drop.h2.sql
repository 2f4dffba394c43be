comment on table users is 'people''s accounts';
comment on table users is null;
alter table users rename to "order";
drop table "order";
