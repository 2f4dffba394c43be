-- refused: H2 cannot check a constraint later than at once (uq_role). Leave its deferral out, or take it out of the migration.
-- refused: H2 cannot keep a check from being inherited, as no table inherits from another. Leave noInherit() out, or take it out of the migration.
alter table users drop constraint users_pkey;
-- refused: H2 cannot check a constraint later than at once (users_pkey). Leave its deferral out, or take it out of the migration.
-- refused: H2 cannot set only the columns team_id of a foreign key. Name no columns behind the action, or set them in a trigger, or take it out of the migration.
