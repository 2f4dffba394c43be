alter table bookings add constraint ck_bookings_room check (room > 0), lock = none;
alter table bookings add constraint fk_bookings_room foreign key (room) references rooms (id), lock = none;
