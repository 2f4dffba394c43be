create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
create or replace function touch() returns trigger language plpgsql as $$ begin return old; end $$;
create trigger touched before update on bookings for each row execute function touch();
drop trigger touched;
drop function touch;
create procedure tidy(days integer) language sql as $$ $$;
drop procedure tidy;
