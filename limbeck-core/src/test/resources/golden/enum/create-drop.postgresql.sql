create type mood as enum ('sad', 'it''s ok');
comment on type mood is 'of people';
drop type mood;
