-- refused: MySQL cannot include columns in a key (email); take it out of the migration.
-- refused: MySQL cannot keep a check from being inherited; take it out of the migration.
alter table users drop primary key, lock = none;
-- refused: MySQL cannot include columns in a key (email); take it out of the migration.
-- refused: MySQL cannot set some columns of a foreign key only (team_id); take it out of the migration.
