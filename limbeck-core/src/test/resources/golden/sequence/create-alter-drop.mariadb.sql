create sequence numbers;
-- refused: MariaDB cannot give a sequence a type, an owner or a comment (numbers); take it out of the migration.
alter sequence numbers increment by 1 no minvalue no maxvalue start with 1 cache 1000 nocycle;
drop sequence numbers;
-- refused: MariaDB cannot give a sequence a type, an owner or a comment (numbers); take it out of the migration.
