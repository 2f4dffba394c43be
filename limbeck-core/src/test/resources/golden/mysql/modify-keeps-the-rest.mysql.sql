alter table items modify column changed datetime(6) not null default current_timestamp(6) on update current_timestamp(6) comment 'by whom it''s read', lock = none;
alter table items modify column code varchar(40) collate utf8mb4_bin not null default '-' comment 'as printed', lock = none;
alter table items modify column rating tinyint not null default 1, lock = none;
alter table items modify column rating int not null default 1, lock = none;
alter table items rename column rating to stars, lock = none;
