create table t (
    id int not null,
    primary key (id),
    constraint t_id_key unique (id)
);
