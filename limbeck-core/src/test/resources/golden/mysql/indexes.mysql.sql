alter table items add index ix_title (title(20), kind), lock = none;
alter table items add index ix_lower ((lower(title))), lock = none;
alter table items add unique index ix_price (price desc), lock = none;
alter table items add fulltext index ft_notes (notes), lock = none;
