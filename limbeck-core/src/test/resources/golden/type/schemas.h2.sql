create schema if not exists archive;
alter schema archive rename to "order";
drop schema "order" restrict;
