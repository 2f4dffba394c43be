create table t (
    id integer not null,
    constraint t_pkey primary key (id),
    constraint t_id_key unique (id)
);
