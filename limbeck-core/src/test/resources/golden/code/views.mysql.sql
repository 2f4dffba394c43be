create view busy as select id, room from bookings where not cancelled;
create or replace view busy as select id, room, cancelled from bookings where not cancelled;
drop view busy;
