alter table users alter column role drop default;
alter table users alter column role drop not null;
alter table users alter column role set not null;
alter table users alter column role set default 'it''s';
alter table users alter column created_at set default now();
