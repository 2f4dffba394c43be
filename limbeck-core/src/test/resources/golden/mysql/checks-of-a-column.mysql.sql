-- refused: MySQL cannot tell which constraint of table items is meant by check (rating between 0 and 5): none is known to say just that. Say the name that it has in the database, op.dropConstraint("items", "NAME"), or take it out of the migration.
alter table items add check (rating > 0), lock = none;
