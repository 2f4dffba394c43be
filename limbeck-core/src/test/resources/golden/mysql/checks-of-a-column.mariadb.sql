alter table items modify column rating tinyint, algorithm = inplace, lock = none;
alter table items modify column rating tinyint check (rating > 0), algorithm = inplace, lock = none;
