update users set role = 'X';
create index concurrently i on users (role);
