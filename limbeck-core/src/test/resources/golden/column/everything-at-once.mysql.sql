update users set role = 1;
alter table users change column role level bigint default 5 comment 'a number' /* may copy the table */;
