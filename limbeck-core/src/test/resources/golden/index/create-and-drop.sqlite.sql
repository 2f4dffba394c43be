create index ix_role on users (role);
-- refused: SQLite cannot create index ix_order of table users with a method, an operator class, included columns or an order of nulls. Leave these out, or take it out of the migration.
-- refused: SQLite cannot create index ix_gin of table users with a method, an operator class, included columns or an order of nulls. Leave these out, or take it out of the migration.
drop index ix_role;
