alter table users add constraint uq_role unique (role) include (email) deferrable initially deferred;
alter table users add constraint ck_role check (role <> '') no inherit;
alter table users drop constraint users_pkey;
alter table users add constraint users_pkey primary key (id) include (email) deferrable;
alter table users add constraint fk_team foreign key (id, team_id) references members (user_id, team_id) on delete set null (team_id);
