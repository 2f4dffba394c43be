create sequence numbers;
-- refused: MariaDB cannot give the sequence numbers a type, an owner or a comment. Leave these out, or take it out of the migration.
alter sequence numbers increment by 1 no minvalue no maxvalue start with 1 cache 1000 nocycle;
drop sequence numbers;
-- refused: MariaDB cannot give the sequence numbers a type, an owner or a comment. Leave these out, or take it out of the migration.
