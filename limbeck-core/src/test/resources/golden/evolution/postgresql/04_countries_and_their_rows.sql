-- upgrade
create table countries (
    code varchar(2) not null,
    name text,
    constraint countries_pkey primary key (code)
);
insert into countries (code, name) values ('CH', 'Switzerland');
insert into countries (code, name) values ('CI', 'Côte d''Ivoire');

-- downgrade
delete from countries where code = 'CH' and name = 'Switzerland';
delete from countries where code = 'CI' and name = 'Côte d''Ivoire';
drop table countries;
