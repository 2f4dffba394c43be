create view busy as select id, room from bookings where not cancelled;
drop view busy;
create view busy as select id, room, cancelled from bookings where not cancelled;
drop view busy;
