alter table users modify column team_id bigint not null auto_increment, lock = none;
alter table users modify column team_id bigint, lock = none;
