alter table items alter column title set default 'none', algorithm = inplace, lock = none;
alter table items alter column title drop default, algorithm = inplace, lock = none;
alter table items alter column code drop default, algorithm = inplace, lock = none;
alter table items alter column notes set default ('a\\b'), algorithm = inplace, lock = none;
