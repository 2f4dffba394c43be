-- What schemas by chance are made of: of each point one line, or none. What the server refuses is left out.

-- sequence
create sequence numbers start with 5 increment by 2
create sequence numbers minvalue 1 maxvalue 100 cycle nocache
create sequence numbers start with 100 maxvalue 5000 cache 10

-- users, always
create table users (id int primary key)
create table users (id bigint unsigned not null auto_increment primary key)
create table users (id int not null auto_increment, key (id))
create table users (id bigint not null comment 'the id', primary key (id))
create table users (id smallint unsigned zerofill primary key)
create table users (id int primary key) comment = 'users'
create table users (id int primary key) engine = MyISAM
create table users (id int primary key) default charset = latin1
create table users (id int primary key) collate = utf8mb4_bin
create table users (id int primary key) row_format = compressed
create table users (id int primary key) collate = utf8mb4_unicode_ci comment 'it''s'
create table users (id int primary key) row_format = dynamic stats_persistent = 1
create table users (id int, org int, primary key (id, org))
create table users (id int not null auto_increment primary key) with system versioning
create table users (id int)

-- name
alter table users add column name text
alter table users add column name varchar(50) not null
alter table users add column name varchar(100) default 'x'
alter table users add column name varchar(50) character set latin1
alter table users add column name varchar(50) collate utf8mb4_bin
alter table users add column name varchar(50) character set utf8mb4 collate utf8mb4_unicode_ci default 'it''s'
alter table users add column name char(10) binary
alter table users add column name varchar(50) comment 'it''s \\ name'
alter table users add column name varchar(30) character set ascii not null default ''
alter table users add column name tinytext
alter table users add column name mediumtext not null
alter table users add column name varchar(20) default null invisible
alter table users add column name varchar(50) compressed

-- state
alter table users add column state enum('new','old')
alter table users add column state enum('new','old','x,y') not null default 'new'
alter table users add column state enum('old','new')
alter table users add column state set('a','b')
alter table users add column state set('a','b','it''s') default 'a,b'
alter table users add column state varchar(10) check (state in ('new','old'))
alter table users add column state tinyint(1) default 1
alter table users add column state boolean not null default false
alter table users add column state bit(3) default b'101'
alter table users add column state enum('a') character set latin1

-- worth
alter table users add column worth decimal(10,2)
alter table users add column worth decimal(10,2) unsigned default 0
alter table users add column worth int default 0
alter table users add column worth float
alter table users add column worth float(7,3)
alter table users add column worth double not null default 1.5
alter table users add column worth int as (length(name)) virtual
alter table users add column worth int generated always as (length(name) * 2) stored
alter table users add column worth int as (length(name)) persistent comment 'gen'
alter table users add column worth bigint unsigned default 18446744073709551615
alter table users add column worth mediumint zerofill
alter table users add column worth decimal(65,30)
alter table users add column worth int default (1 + 2)
alter table users add column worth int default -1
alter table users add column worth year

-- data
alter table users add column data json
alter table users add column data json default '[]'
alter table users add column data longtext check (json_valid(data))
alter table users add column data blob
alter table users add column data varbinary(20) default x'6161'
alter table users add column data binary(16)
alter table users add column data longblob
alter table users add column data text default 'abc'
alter table users add column data json not null default json_object('a', 1)
alter table users add column data uuid default uuid()

-- address
alter table users add column address inet6
alter table users add column address inet6 default '::1'

-- place
alter table users add column place geometry not null
alter table users add column place geometry

-- created
alter table users add column created timestamp null
alter table users add column created timestamp not null default current_timestamp
alter table users add column created timestamp null default null on update current_timestamp
alter table users add column created datetime(6) default current_timestamp(6) on update current_timestamp(6)
alter table users add column created datetime default '2020-01-01 00:00:00'
alter table users add column created date default curdate()
alter table users add column created time(3)
alter table users add column created timestamp(3) not null default current_timestamp(3)
alter table users add column created date not null
alter table users add column created timestamp default '2001-02-03 04:05:06'

-- odd
alter table users add column `o dd` int
alter table users add column `o dd` int comment 'odd'
alter table users add column `o dd` varchar(5) default 'NULL'
alter table users add column `o dd` varchar(300) default 'current_timestamp'
alter table users add column `o dd` int check (`o dd` > 0)
alter table users add column `o dd` int default nextval(numbers)

-- unique
alter table users add unique key uq (name(10))
alter table users add unique (created)
alter table users add constraint uqn unique (name(10), created)
alter table users add unique key uq (created) comment 'uq'
alter table users add unique key uq (created desc)

-- check
alter table users add constraint ck check (name <> '')
alter table users add check (name <> '' and length(name) < 40)
alter table users add constraint ck check (created > '2000-01-01')
alter table users add constraint ck check (name in ('a', 'b\\', 'c''d'))

-- index
create index ix1 on users (name(10))
create index ix1 on users (created)
create index ix1 on users (created desc, name(5))
create fulltext index ix1 on users (name)
create index ix1 on users (created) comment 'it''s'
create index ix1 on users (created) ignored
create index `ix 1` on users (created)
create fulltext index ix1 on users (name) comment 'ft'

-- another index
alter table users add key (created)
alter table users add key ix2 (state, created)
alter table users add key ix2 (worth)
alter table users add key ix2 (`o dd`)
alter table users add unique key ix2 (`o dd`, created)
alter table users add spatial key ix2 (place)

-- partitions
alter table users partition by hash (id) partitions 4
alter table users partition by key () partitions 3
alter table users partition by range (id) (partition p0 values less than (10), partition p1 values less than maxvalue)
alter table users partition by range (id) (partition p0 values less than (10), partition p1 values less than (20))
alter table users partition by list (id) (partition a values in (1,2), partition b values in (3))
alter table users partition by range (id) (partition p0 values less than (10) comment 'c')
alter table users partition by range columns (id) (partition p0 values less than (10), partition p1 values less than (maxvalue))

-- orders
create table orders (id int not null primary key, user_id int, parent int, qty int)
create table orders (id int not null auto_increment primary key, user_id bigint unsigned, parent int, qty int)
create table orders (id int not null auto_increment primary key, user_id int, parent int, qty int, label varchar(20) default 'l') default charset = latin1

-- foreign key
alter table orders add constraint fk foreign key (user_id) references users (id)
alter table orders add foreign key (user_id) references users (id)
alter table orders add foreign key (user_id) references users (id) on delete cascade
alter table orders add constraint fk foreign key (user_id) references users (id) on delete set null on update cascade
alter table orders add foreign key fkix (user_id) references users (id)
alter table orders add constraint orders_ibfk_1 foreign key (user_id) references users (id)
alter table orders add constraint orders_ibfk_3 foreign key (user_id) references users (id) on update cascade

-- foreign key to itself
alter table orders add foreign key (parent) references orders (id)
alter table orders add constraint fk2 foreign key (parent) references orders (id) on delete restrict
alter table orders add foreign key (parent) references users (id)

-- index on orders
alter table orders add key (user_id)
alter table orders add key o_ix (user_id, qty)
alter table orders add unique key o_ix (user_id)
alter table orders add key fk (user_id)

-- view
create view v1 as select id, name from users
create view v1 as select id, name as label, created from users where name is not null
create algorithm = merge sql security invoker view v1 as select id, name from users with check option
create view v1 (a, b) as select id, created from users
create view v1 as select * from users
create algorithm = temptable view v1 as select count(*) as n from users
create view v1 as select u.id, o.qty from users u left join orders o on o.user_id = u.id

-- function
create function plus(a int) returns int deterministic return a + 1
create function plus(a int) returns int deterministic return a + 2
create function plus(a varchar(20) character set latin1) returns varchar(20) charset latin1 reads sql data sql security invoker comment 'f' return a
create function plus(a int) returns bigint no sql return a

-- view of a view
create view v2 as select * from v1
create view v2 as select plus(id) as x from users
create view v2 as with c as (select id from users) select id, row_number() over (order by id) as r from c

-- procedure
create procedure work(in a int, out b int) set b = a
create procedure work(in a int, out b varchar(10)) set b = a
create procedure work() comment 'p' select 1
create procedure work() sql security invoker modifies sql data delete from users

-- trigger
create trigger t1 before insert on users for each row set new.name = 'a'
create trigger t1 before update on users for each row set new.name = upper(new.name)
create trigger t1 after delete on users for each row set @x = old.id
create trigger t1 before insert on orders for each row set new.qty = 1

-- second trigger
create trigger t2 before insert on users for each row set new.created = now()
create trigger t2 before insert on users for each row precedes t1 set new.created = now()

-- event
create event e on schedule every 1 day starts '2030-01-01 00:00:00' do delete from users
create event e on schedule every 2 hour starts '2030-01-01 00:00:00' ends '2031-01-01 00:00:00' on completion preserve disable comment 'e' do delete from users where id = 1
create event e on schedule at '2035-01-01 00:00:00' do select 1
