alter table users add index ix_role (role), lock = none;
-- refused: MySQL cannot create index ix_order with a condition, included columns, an operator class, a collation or an order of nulls. Leave these out, or take it out of the migration.
-- refused: MySQL cannot create index ix_gin with a condition, included columns, an operator class, a collation or an order of nulls. Leave these out, or take it out of the migration.
alter table users drop index ix_role, lock = none;
