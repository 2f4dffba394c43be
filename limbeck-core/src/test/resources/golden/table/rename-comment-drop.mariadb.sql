alter table users comment = 'people''s accounts', lock = none;
alter table users comment = '', lock = none;
alter table users rename to `order`;
drop table `order`;
