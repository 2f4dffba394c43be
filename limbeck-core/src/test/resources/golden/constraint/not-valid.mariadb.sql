alter table bookings add constraint ck_bookings_room check (room > 0), algorithm = inplace, lock = none;
alter table bookings add constraint fk_bookings_room foreign key (room) references rooms (id), algorithm = inplace, lock = none;
