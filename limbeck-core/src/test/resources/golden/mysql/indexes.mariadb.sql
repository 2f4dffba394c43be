alter table items add index ix_title (title(20), kind), algorithm = inplace, lock = none;
alter table items add index ix_lower ((lower(title))), algorithm = inplace, lock = none;
alter table items add unique index ix_price (price desc), algorithm = inplace, lock = none;
alter table items add fulltext index ft_notes (notes), algorithm = inplace, lock = none;
