create domain email as varchar(200) collate "C" default 'nobody@example.com' not null constraint email_has_at check (value like '%@%') constraint email_is_lower check (value = lower(value));
comment on domain email is 'where letters go';
alter domain email drop constraint email_is_lower;
alter domain email add constraint email_is_long check (length(value) > 5);
alter domain email drop default;
alter domain email drop not null;
comment on domain email is null;
drop domain email;
