create table events (
    id bigint not null,
    at timestamptz not null,
    constraint events_pkey primary key (id, at)
) partition by range (at);
create unlogged table events_2024 partition of events (
    constraint ck_events_2024 check (id > 0)
) for values from ('2024-01-01') to ('2025-01-01') with (fillfactor = '90');
create table log (
    line text
) with (fillfactor = '70', toast.autovacuum_enabled = 'off') tablespace fast;
create table old_log (
    why text
) inherits (log);
alter table log set (autovacuum_enabled = 'off');
alter table log reset (fillfactor);
alter table log set tablespace pg_default;
alter table log set unlogged;
alter table log set logged;
alter table old_log no inherit log;
alter table events detach partition events_2024;
alter table events attach partition events_2024 default;
-- refused: PostgreSQL cannot partition the table log, which exists, or stop or change that. Create another table and move the rows, or take it out of the migration.
