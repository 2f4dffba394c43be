alter table items alter column title set default 'none', lock = none;
alter table items alter column title drop default, lock = none;
alter table items alter column code drop default, lock = none;
alter table items alter column notes set default ('a\\b'), lock = none;
