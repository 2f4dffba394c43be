create view titles as select id, title from items where title <> ';';
create or replace algorithm = merge sql security invoker view titles as select id, title from items where id > 1 with cascaded check option;
drop view titles;
create function slug(t varchar(40)) returns varchar(40) deterministic no sql
begin
  if t is null then return ';'; end if;
  return lower(t);
end;
drop function slug;
create function slug(t varchar(40)) returns varchar(40) deterministic return t;
drop function slug;
create procedure tidy(in n int, out m int) modifies sql data
outer_loop: begin
  declare continue handler for not found begin set m = 0; end;
  while n > 0 do
    case n when 1 then leave outer_loop; else set n = n - 1; end case;
  end while;
end;
drop procedure tidy;
create trigger touch before insert on items for each row begin set new.title = 'x;y'; set new.price = 1; end;
drop trigger touch;
create trigger touch before insert on items for each row set new.price = 2;
drop trigger touch;
