-- refused: MySQL cannot hold nulls to be equal in a unique constraint; take it out of the migration.
alter table users drop index uq_users_role, lock = none;
alter table users drop foreign key fk_users_team, drop index fk_users_team, lock = none;
-- refused: MySQL cannot defer a constraint; take it out of the migration.
