alter table items modify column code varchar(60) collate utf8mb4_bin not null default '-', algorithm = inplace, lock = none;
alter table items modify column code varchar(200) collate utf8mb4_bin not null default '-', algorithm = inplace, lock = none;
alter table items modify column kind enum('A','B','C') not null default 'A', algorithm = inplace, lock = none;
alter table items modify column kind enum('A','C') not null default 'A', algorithm = inplace, lock = none;
alter table items modify column code varchar(200) collate latin1_bin not null default '-', algorithm = inplace, lock = none;
alter table items modify column shelf_id int, algorithm = inplace, lock = none;
