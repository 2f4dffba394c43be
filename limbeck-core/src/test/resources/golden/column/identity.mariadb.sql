alter table users modify column team_id bigint not null auto_increment, algorithm = inplace, lock = none;
alter table users modify column team_id bigint, algorithm = inplace, lock = none;
