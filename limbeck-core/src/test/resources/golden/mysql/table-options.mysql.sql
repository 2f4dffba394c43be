alter table items engine = MyISAM, lock = none;
alter table items engine = InnoDB, lock = none;
alter table items row_format = COMPRESSED, lock = none;
alter table items key_block_size = 8, lock = none;
alter table items key_block_size = 0, lock = none;
alter table items collate = latin1_bin, modify column title varchar(200) not null, modify column kind enum('A','B') not null default 'A', modify column tags set('x','it''s'), modify column notes text, lock = none;
alter table items character set = default, modify column title varchar(200) not null, modify column kind enum('A','B') not null default 'A', modify column tags set('x','it''s'), modify column notes text, lock = none;
alter table items charset = latin1, modify column title varchar(200) not null, modify column kind enum('A','B') not null default 'A', modify column tags set('x','it''s'), modify column notes text, lock = none;
alter table items auto_increment = 1000, lock = none;
alter table items stats_persistent = 1, lock = none;
alter table items lock = none partition by key (id) partitions 4;
-- refused: MySQL cannot set or drop the option "system versioning" of table items. Keep former rows in a table of their own, filled by triggers, or take it out of the migration.
-- refused: MySQL cannot set or drop the option "data directory" of table items, which is none of those that it keeps up. Correct its name, or set it in SQL with op.execute, or take it out of the migration.
-- refused: MySQL cannot set or drop the option "engine" of table items to "InnoDB, drop column id", which is neither a word nor a number. Correct the value, or take it out of the migration.
create table visits (
    id bigint
) charset = latin1 comment = 'by day' partition by range (id) (partition p0 values less than (10));
alter table visits add partition (partition p1 values less than (maxvalue));
alter table visits lock = none partition by range (id) (partition p0 values less than (maxvalue));
