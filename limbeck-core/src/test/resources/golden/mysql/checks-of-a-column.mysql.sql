-- refused: MySQL cannot drop a constraint that has no name (of table items); take it out of the migration.
alter table items add check (rating > 0), lock = none;
