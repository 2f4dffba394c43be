create extension if not exists "uuid-ossp";
create extension if not exists pg_trgm schema public version '1.6';
alter extension pg_trgm update;
alter extension pg_trgm update to '1.7';
drop extension "uuid-ossp";
