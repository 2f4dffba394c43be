create unique index ix_role on users (role);
-- refused: H2 cannot make a constraint of table users of its index ix_role. Drop the index and add the constraint without usingIndex(…), or take it out of the migration.
