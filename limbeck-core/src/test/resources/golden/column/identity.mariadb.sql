alter table users modify column team_id bigint not null auto_increment /* may copy the table */;
alter table users modify column team_id bigint /* may copy the table */;
