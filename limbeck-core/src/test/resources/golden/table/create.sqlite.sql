create table teams (
    id bigint not null,
    name text,
    constraint teams_pkey primary key (id)
);
create table users (
    id integer,
    email varchar(200) not null,
    role varchar(20) default 'USER' not null,
    active boolean default true not null,
    team_id bigint,
    created_at timestamptz(6) default current_timestamp not null,
    constraint users_pkey primary key (id),
    constraint uq_users_email unique (email),
    constraint fk_users_team foreign key (team_id) references teams (id) on delete cascade,
    constraint ck_users_role check (role in ('USER', 'ADMIN'))
);
create index ix_users_active on users (email) where active;
