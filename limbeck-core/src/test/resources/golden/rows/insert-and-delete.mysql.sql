insert into teams (id, name) values (1, 'it''s');
insert into teams (id, name) values (2, null);
delete from teams where id = 1 and name = 'it''s';
delete from teams where id = 2 and name is null;
