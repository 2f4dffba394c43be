create materialized view per_room as select room, count(*) from bookings group by room;
drop materialized view per_room;
create materialized view per_room as select room, count(*) as n from bookings group by room;
drop materialized view per_room;
