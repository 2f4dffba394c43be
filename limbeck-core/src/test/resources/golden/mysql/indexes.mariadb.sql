alter table items add index ix_title (title(20), kind), algorithm = inplace, lock = none;
-- refused: MariaDB cannot index an expression (ix_lower). Add a column with generatedVirtual(…) and index that, or take it out of the migration.
alter table items add unique index ix_price (price desc), algorithm = inplace, lock = none;
alter table items add fulltext index ft_notes (notes), algorithm = inplace, lock = none;
