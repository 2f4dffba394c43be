create table t (
    id integer not null,
    constraint t_pkey primary key (id)
);
alter table t add constraint t_id_key unique (id);
