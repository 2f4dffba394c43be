-- refused: H2 cannot keep a function; take it out of the migration.
-- refused: H2 cannot keep a function; take it out of the migration.
create trigger touched before update on bookings for each row execute function touch();
drop trigger touched;
-- refused: H2 cannot keep a function; take it out of the migration.
-- refused: H2 cannot keep a procedure; take it out of the migration.
-- refused: H2 cannot keep a procedure; take it out of the migration.
