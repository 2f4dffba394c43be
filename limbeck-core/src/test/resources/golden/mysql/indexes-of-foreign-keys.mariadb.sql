alter table items add index ix_shelf (shelf_id, title), drop index fk_items_shelf, algorithm = inplace, lock = none;
alter table items drop index ix_shelf, add index fk_items_shelf (shelf_id), algorithm = inplace, lock = none;
alter table items drop foreign key fk_items_shelf, drop index fk_items_shelf, algorithm = inplace, lock = none;
alter table items drop index uq_items_code, algorithm = inplace, lock = none;
alter table items drop constraint ck_items_price, algorithm = inplace, lock = none;
alter table items drop primary key, algorithm = inplace, lock = none;
