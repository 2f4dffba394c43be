-- refused: SQLite cannot keep the function touch(). Do it in the application, or in a trigger, or take it out of the migration.
-- refused: SQLite cannot keep the function touch(). Do it in the application, or in a trigger, or take it out of the migration.
create trigger touched before update on bookings for each row execute function touch();
drop trigger touched;
-- refused: SQLite cannot keep the function touch(). Do it in the application, or in a trigger, or take it out of the migration.
-- refused: SQLite cannot keep the procedure tidy(integer). Do it in the application, or in a trigger, or take it out of the migration.
-- refused: SQLite cannot keep the procedure tidy(integer). Do it in the application, or in a trigger, or take it out of the migration.
