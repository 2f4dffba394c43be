create table t (
    id integer,
    constraint t_pkey primary key (id),
    constraint t_id_key unique (id)
);
