create sequence numbers;
-- refused: H2 cannot change the type of a sequence (numbers). Drop it, create it again and restart it where it was, or take it out of the migration.
-- refused: H2 cannot change the type of a sequence (numbers). Drop it, create it again and restart it where it was, or take it out of the migration.
drop sequence numbers;
create sequence numbers as integer increment by 10 minvalue 0 maxvalue 5000 start with 50 cache 20 cycle;
