create table limbeck_new_bookings (
    id integer,
    room integer,
    cancelled boolean,
    constraint bookings_pkey primary key (id)
) without rowid;
insert into limbeck_new_bookings (id, room, cancelled)
select id, room, cancelled
from bookings;
drop table bookings;
pragma legacy_alter_table = on;
alter table limbeck_new_bookings rename to bookings;
pragma legacy_alter_table = off;
