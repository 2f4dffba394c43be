create unique index ix_role on users (role);
drop index ix_role;
