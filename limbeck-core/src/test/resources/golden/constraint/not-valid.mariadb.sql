alter table bookings add constraint ck_bookings_room check (room > 0) /* may copy the table */;
alter table bookings add constraint fk_bookings_room foreign key (room) references rooms (id) /* may copy the table */;
