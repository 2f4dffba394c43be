-- refused: H2 cannot exclude rows by comparing them with each other (using gist (room with =) where (not cancelled)); take it out of the migration.
alter table bookings drop constraint ex_bookings;
