-- refused: MariaDB cannot hold nulls to be equal in a unique constraint; take it out of the migration.
alter table users drop index uq_users_role, algorithm = inplace, lock = none;
alter table users drop foreign key fk_users_team, drop index fk_users_team, algorithm = inplace, lock = none;
-- refused: MariaDB cannot defer a constraint; take it out of the migration.
