alter table items add index ix_shelf (shelf_id, title), drop index fk_items_shelf, lock = none;
alter table items drop index ix_shelf, add index fk_items_shelf (shelf_id), lock = none;
alter table items drop foreign key fk_items_shelf, drop index fk_items_shelf, lock = none;
alter table items drop index uq_items_code, lock = none;
alter table items drop constraint ck_items_price, lock = none;
alter table items drop primary key, lock = none;
