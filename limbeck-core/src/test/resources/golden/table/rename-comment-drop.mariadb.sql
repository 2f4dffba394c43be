alter table users comment = 'people''s accounts', algorithm = inplace, lock = none;
alter table users comment = '', algorithm = inplace, lock = none;
alter table users rename to `order`;
drop table `order`;
