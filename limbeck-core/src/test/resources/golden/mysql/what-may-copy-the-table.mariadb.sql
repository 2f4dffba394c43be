alter table items comment = 'what was sold';
alter table items modify column code varchar(60) collate utf8mb4_bin not null default '-';
alter table items add constraint ck_items_sold check (sold in (0, 1)) /* may copy the table */;
alter table items add constraint fk_items_again foreign key (shelf_id) references shelves (id) /* may copy the table */;
alter table items add fulltext index ft_notes (notes) /* may copy the table */;
alter table items engine = MyISAM /* may copy the table */;
alter table items partition by key (id) partitions 2 /* may copy the table */;
alter table items remove partitioning /* may copy the table */;
