create table shelves (
    id bigint not null auto_increment,
    primary key (id)
);
create table items (
    id bigint unsigned not null auto_increment,
    code varchar(40) collate utf8mb4_bin not null default '-',
    title varchar(200) not null,
    kind enum('A','B') not null default 'A',
    tags set('x','it''s'),
    price decimal(10,2) default 0,
    gross decimal(12,2) generated always as (price * 1.2) virtual,
    rating tinyint check (rating between 0 and 5),
    sold boolean not null default false,
    notes text,
    extra json default (json_object()),
    token uuid default (uuid()),
    secret int invisible,
    seen timestamp null,
    changed datetime(6) default current_timestamp(6) on update current_timestamp(6) comment 'by whom it''s read',
    shelf_id bigint,
    primary key (id),
    constraint uq_items_code unique (code),
    constraint fk_items_shelf foreign key (shelf_id) references shelves (id) on delete set null,
    constraint ck_items_price check (price >= 0),
    index ix_items_kind (kind, price desc)
) engine = InnoDB row_format = DYNAMIC comment = 'what is sold';
