create sequence numbers;
do $limbeck$ begin
  if (select last_value between 0 and 5000 from numbers) then
    alter sequence numbers as integer increment by 10 minvalue 0 maxvalue 5000 start with 50 cache 20 cycle;
  else
    alter sequence numbers as integer increment by 10 minvalue 0 maxvalue 5000 start with 50 cache 20 cycle restart with 50;
  end if;
end $limbeck$;
do $limbeck$ begin
  if (select last_value between 1 and 9223372036854775807 from numbers) then
    alter sequence numbers as bigint increment by 1 no minvalue no maxvalue start with 1 cache 1 no cycle;
  else
    alter sequence numbers as bigint increment by 1 no minvalue no maxvalue start with 1 cache 1 no cycle restart with 1;
  end if;
end $limbeck$;
drop sequence numbers;
create sequence numbers as integer increment by 10 minvalue 0 maxvalue 5000 start with 50 cache 20 cycle;
