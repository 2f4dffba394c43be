create table teams (
    id bigint not null,
    name varchar,
    constraint teams_pkey primary key (id)
);
-- refused: H2 cannot index a part of a table's rows (ix_users_active). Leave the condition out, or take it out of the migration.
