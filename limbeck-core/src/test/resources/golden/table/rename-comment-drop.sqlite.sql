alter table users rename to "order";
drop table "order";
