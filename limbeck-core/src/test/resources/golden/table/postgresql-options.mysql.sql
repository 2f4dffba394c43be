create table events (
    id bigint not null,
    at timestamp not null,
    primary key (id, at)
) partition by range (at);
-- refused: MySQL cannot set the option "partition of" of table events_2024, which is none of those that it keeps up. Correct its name, or set it in SQL with op.execute, or take it out of the migration.
-- refused: MySQL cannot set the option "fillfactor" of table log, which is none of those that it keeps up. Correct its name, or set it in SQL with op.execute, or take it out of the migration.
-- refused: MySQL cannot set the option "inherits" of table old_log, which is none of those that it keeps up. Correct its name, or set it in SQL with op.execute, or take it out of the migration.
-- refused: MySQL cannot set or drop the option "autovacuum_enabled" of table log, which is none of those that it keeps up. Correct its name, or set it in SQL with op.execute, or take it out of the migration.
-- refused: MySQL cannot set or drop the option "fillfactor" of table log, which is none of those that it keeps up. Correct its name, or set it in SQL with op.execute, or take it out of the migration.
-- refused: MySQL cannot set or drop the option "tablespace" of table log, which is none of those that it keeps up. Correct its name, or set it in SQL with op.execute, or take it out of the migration.
-- refused: MySQL cannot set or drop the option "unlogged" of table log, which is none of those that it keeps up. Correct its name, or set it in SQL with op.execute, or take it out of the migration.
-- refused: MySQL cannot set or drop the option "unlogged" of table log, which is none of those that it keeps up. Correct its name, or set it in SQL with op.execute, or take it out of the migration.
-- refused: MySQL cannot set or drop the option "inherits" of table old_log, which is none of those that it keeps up. Correct its name, or set it in SQL with op.execute, or take it out of the migration.
-- refused: MySQL cannot set or drop the option "partition of" of table events_2024, which is none of those that it keeps up. Correct its name, or set it in SQL with op.execute, or take it out of the migration.
-- refused: MySQL cannot set or drop the option "partition of" of table events_2024, which is none of those that it keeps up. Correct its name, or set it in SQL with op.execute, or take it out of the migration.
alter table log lock = none partition by list (line);
