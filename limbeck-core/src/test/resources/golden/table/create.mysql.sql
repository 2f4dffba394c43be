create table teams (
    id bigint not null,
    name text,
    primary key (id)
);
-- refused: MySQL cannot create index ix_users_active with a condition, included columns, an operator class, a collation or an order of nulls. Leave these out, or take it out of the migration.
