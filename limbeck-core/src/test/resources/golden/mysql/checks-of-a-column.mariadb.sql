alter table items modify column rating tinyint /* may copy the table */;
alter table items modify column rating tinyint check (rating > 0) /* may copy the table */;
