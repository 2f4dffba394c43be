-- refused: MariaDB cannot hold nulls to be equal in the unique constraint uq_users_role. Make the columns not null, with a value that stands for none, or take it out of the migration.
alter table users drop index uq_users_role, algorithm = inplace, lock = none;
alter table users drop foreign key fk_users_team, drop index fk_users_team, algorithm = inplace, lock = none;
-- refused: MariaDB cannot check a constraint later than at once. Leave its deferral out, or take it out of the migration.
