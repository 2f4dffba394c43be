alter table users add index ix_role (role), algorithm = inplace, lock = none;
-- refused: MariaDB cannot create index ix_order with a condition, included columns, an operator class, a collation or an order of nulls. Leave these out, or take it out of the migration.
-- refused: MariaDB cannot create index ix_gin with a condition, included columns, an operator class, a collation or an order of nulls. Leave these out, or take it out of the migration.
alter table users drop index ix_role, algorithm = inplace, lock = none;
