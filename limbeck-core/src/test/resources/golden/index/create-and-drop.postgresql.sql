create index ix_role on users (role);
create unique index ix_order on users (role desc nulls last, (lower(email))) include (team_id) where active;
create index ix_gin on users using gin (email gin_trgm_ops);
drop index ix_role;
