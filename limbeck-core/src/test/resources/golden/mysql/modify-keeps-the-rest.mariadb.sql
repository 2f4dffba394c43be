alter table items modify column changed datetime(6) not null default current_timestamp(6) on update current_timestamp(6) comment 'by whom it''s read', algorithm = inplace, lock = none;
alter table items modify column code varchar(40) collate utf8mb4_bin not null default '-' comment 'as printed', algorithm = inplace, lock = none;
alter table items modify column rating tinyint not null default 1 check (rating between 0 and 5), algorithm = inplace, lock = none;
alter table items modify column rating int not null default 1 check (rating between 0 and 5), algorithm = inplace, lock = none;
alter table items rename column rating to stars, algorithm = inplace, lock = none;
