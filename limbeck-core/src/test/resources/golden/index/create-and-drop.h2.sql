create index ix_role on users (role);
-- refused: H2 cannot index a part of a table's rows (ix_order). Leave the condition out, or take it out of the migration.
-- refused: H2 cannot create index ix_gin with a method (but hash and spatial), an operator class, a collation or included columns. Leave these out, or take it out of the migration.
drop index ix_role;
