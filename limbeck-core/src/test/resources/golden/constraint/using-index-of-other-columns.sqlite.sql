create table limbeck_new_users (
    id integer,
    email varchar(200) not null,
    role varchar(20) default 'USER' not null,
    active boolean default true not null,
    team_id bigint,
    created_at timestamptz(6) default current_timestamp not null,
    constraint users_pkey primary key (id),
    constraint uq_users_email unique (email),
    constraint fk_users_team foreign key (team_id) references teams (id) on delete cascade,
    constraint ck_users_role check (role in ('USER', 'ADMIN')),
    constraint uq_role unique (role)
);
insert into limbeck_new_users (id, email, role, active, team_id, created_at)
select id, email, role, active, team_id, created_at
from users;
drop table users;
pragma legacy_alter_table = on;
alter table limbeck_new_users rename to users;
pragma legacy_alter_table = off;
