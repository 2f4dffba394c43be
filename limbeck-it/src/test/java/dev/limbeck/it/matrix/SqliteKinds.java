// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.matrix;

/** The types of SQLite, which takes any words for one. */
final class SqliteKinds {
    static final String TYPES = """
            integer | bigint | 0 ; -3 ; (1 + 2) ; 0x1F ; +5
            int | integer | 7
            tinyint | smallint | 1
            bigint unsigned | bigint | 7
            numeric | decimal(10,2) | 1.50 ; -2.5
            decimal(10,2) | decimal(12,4) | 0 ; 1.5
            real | double precision | 1.5 ; 1e10 ; -0.5
            double | float | 0
            boolean | integer | true ; false ; 1
            varchar(20) | varchar(40) | '' ; 'it''s' ; "quoted" ; ('a' || 'b')
            character varying(20) | text | 'x'
            nchar(3) | char(3) | 'x'
            text | varchar(50) | '' ; 'it''s' ; 'a\\b' ; (upper('x')) ; '100%'
            text collate nocase | text collate rtrim | 'x'
            clob | text |
            blob | text | x'00ff' ; ''
            date | timestamp | '2026-11-20' ; current_date
            time | text | current_time
            datetime | timestamp | current_timestamp ; (datetime('now', '+1 day'))
            timestamp | text | current_timestamp ; (strftime('%s', 'now'))
            uuid | text | (lower(hex(randomblob(16))))
            json | text | '{}'
             | text | 5
            "two words" | text |
            any | blob |
            """;

    static final String WHOLES = """
            integer primary key => integer primary key autoincrement
            integer primary key autoincrement => integer
            integer primary key => bigint primary key
            integer unique => integer
            integer generated always as (base * 2) stored => integer generated always as (base * 3) stored
            integer as (base * 2) virtual => integer as (base * 2) stored
            integer as (base + 1) => integer
            integer => text as ('it''s ' || base)
            integer check (c > 0) => integer check (c > 1)
            integer constraint positive check (c > 0) => integer
            integer references w100 (c) => integer references w100 (c) on delete cascade
            integer references w100 on delete set null deferrable initially deferred => integer
            """;

    private SqliteKinds() {}
}
