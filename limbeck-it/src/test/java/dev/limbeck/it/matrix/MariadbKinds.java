// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.matrix;

/** The types of MariaDB. */
final class MariadbKinds {
    static final String TYPES = """
            tinyint | smallint | 0 ; -3 ; (1 + 2)
            tinyint unsigned | int unsigned | 0 ; 255
            tinyint(1) | tinyint | 0 ; 1
            boolean | int | true ; false
            smallint | int | 0 ; -3
            smallint unsigned | smallint | 5
            mediumint | int | 0
            mediumint unsigned | bigint unsigned | 7
            int | bigint | 0 ; -3 ; (nextval(`counter`)) ; (rand() * 10)
            int(3) | int(5) | 5
            int(6) zerofill | int unsigned | 5
            int unsigned | bigint unsigned | 0 ; 4294967295
            bigint | decimal(20,2) | 12 ; -12
            bigint unsigned | numeric(30) | 18446744073709551615
            decimal(10) | decimal(12) | 7
            decimal(10,2) | decimal(12,4) | 0 ; 1.50 ; -2.5
            decimal(10,2) unsigned | decimal(12,2) | 1.5
            float | double | 0 ; 1.5
            float(7,3) | double(9,4) | 1.5
            double | decimal(20,5) | 0 ; -2.5
            double unsigned | double | 1.5
            bit | bit(2) | b'1'
            bit(8) | bit(16) | b'101'
            char | char(2) | 'x'
            char(3) | varchar(3) | 'abc' ; ''
            char(36) charset ascii | char(36) | (uuid())
            varchar(20) | varchar(40) | '' ; 'it''s' ; 'a\\\\b' ; (concat('a', 'b')) ; '100%'
            varchar(20) | text | 'x'
            varchar(20) collate utf8mb4_bin | varchar(20) | 'x' ; 'it''s'
            varchar(20) charset latin1 | varchar(20) charset latin1 collate latin1_bin | 'x'
            varchar(300) | varchar(2000) | 'x'
            tinytext | text | 'x'
            text | mediumtext | 'x' ; 'it''s' ; ''
            text charset latin1 | longtext | 'x'
            mediumtext | longtext | (concat('a', 'b'))
            longtext | mediumtext | 'x'
            binary(4) | varbinary(8) |
            varbinary(20) | varbinary(40) | 'ab'
            tinyblob | blob |
            blob | longblob | ('x')
            mediumblob | longblob |
            longblob | mediumblob |
            date | datetime | '2026-11-20' ; current_date
            time | time(3) | '10:00:00' ; (curtime())
            time(3) | time(6) | '10:00:00.5'
            datetime | datetime(3) | '2026-11-20 10:00:00' ; now()
            datetime(6) | datetime(3) | '2026-11-20 10:00:00'
            timestamp | datetime | current_timestamp ; '2026-11-20 10:00:00'
            timestamp(3) | datetime(3) | current_timestamp(3)
            year | int | 2026
            enum('a','it''s','b,c') | enum('a','it''s','b,c','d') | 'a' ; 'it''s'
            enum('x','y') charset latin1 | varchar(20) | 'y'
            set('a','b') | set('a','b','c') | 'a' ; 'a,b' ; ''
            json | longtext | '{}' ; (json_object('a', 1)) ; (json_array())
            uuid | char(36) | (uuid())
            inet4 | varchar(20) | '10.0.0.1'
            inet6 | varchar(40) | '::1'
            point | geometry |
            polygon | geometry |
            geometry | geometrycollection |
            """;

    static final String WHOLES = """
            bigint auto_increment primary key => bigint primary key
            int unsigned primary key => int unsigned auto_increment primary key
            int auto_increment unique => bigint auto_increment unique
            int generated always as (base * 2) stored => int generated always as (base * 3) stored
            int generated always as (base * 2) virtual => int generated always as (base * 2) stored
            int as (base + 1) => int
            int => int as (base + 1) persistent
            varchar(20) as (concat('it''s ', base)) => varchar(30) as (concat('it''s ', base))
            datetime on update current_timestamp => datetime default current_timestamp on update current_timestamp
            timestamp default current_timestamp on update current_timestamp => timestamp default current_timestamp
            datetime(6) default current_timestamp(6) on update current_timestamp(6) => datetime(6)
            varchar(20) invisible => varchar(20)
            int default 5 invisible => int invisible default 6
            int check (c > 0) => int check (c > 1)
            int => int check (c < base)
            varchar(20) compressed => varchar(20)
            """;

    private MariadbKinds() {}
}
