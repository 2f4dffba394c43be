create table events (
    id bigint not null,
    at timestamp not null,
    primary key (id, at)
) partition by range (at);
-- refused: MariaDB cannot create a table with the option "fillfactor"; take it out of the migration.
-- refused: MariaDB cannot create a table with the option "fillfactor"; take it out of the migration.
-- refused: MariaDB cannot create a table with the option "inherits"; take it out of the migration.
-- refused: MariaDB cannot set or drop the option "autovacuum_enabled" of a table; take it out of the migration.
-- refused: MariaDB cannot set or drop the option "fillfactor" of a table; take it out of the migration.
-- refused: MariaDB cannot set or drop the option "tablespace" of a table; take it out of the migration.
-- refused: MariaDB cannot set or drop the option "unlogged" of a table; take it out of the migration.
-- refused: MariaDB cannot set or drop the option "unlogged" of a table; take it out of the migration.
-- refused: MariaDB cannot set or drop the option "inherits" of a table; take it out of the migration.
-- refused: MariaDB cannot set or drop the option "partition of" of a table; take it out of the migration.
-- refused: MariaDB cannot set or drop the option "partition of" of a table; take it out of the migration.
alter table log algorithm = inplace, lock = none partition by list (line);
