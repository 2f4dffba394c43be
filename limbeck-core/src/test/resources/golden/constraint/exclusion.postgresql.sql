alter table bookings add constraint ex_bookings exclude using gist (room with =) where (not cancelled) deferrable;
alter table bookings drop constraint ex_bookings;
