create sequence numbers;
alter sequence numbers as integer increment by 10 minvalue 0 maxvalue 5000 start with 50 cache 20 cycle;
alter sequence numbers as bigint increment by 1 no minvalue no maxvalue start with 1 cache 1 no cycle;
drop sequence numbers;
create sequence numbers as integer increment by 10 minvalue 0 maxvalue 5000 start with 50 cache 20 cycle;
