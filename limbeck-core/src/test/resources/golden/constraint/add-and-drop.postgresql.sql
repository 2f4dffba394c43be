alter table users add constraint uq_users_role unique nulls not distinct (role, team_id);
alter table users drop constraint uq_users_role;
alter table users drop constraint fk_users_team;
alter table users add constraint fk_users_team foreign key (team_id) references teams (id) on delete set null on update cascade deferrable initially deferred;
