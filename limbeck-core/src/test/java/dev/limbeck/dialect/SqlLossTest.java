// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlLossTest {
    private static final Dialect DIALECT = Dialects.forUrl("jdbc:postgresql://db/shop");

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', delimiter = '|', textBlock = """
                    drop table users                                              | ROWS users
                    drop table if exists a, "b c".d cascade                       | ROWS a; ROWS "b c".d
                    /* x */ drop table users -- y                                 | ROWS users
                    truncate table only a, b restart identity                     | ROWS a; ROWS b
                    truncate a                                                    | ROWS a
                    delete from users                                             | ROWS users
                    delete from only users; drop table x                          | ROWS users; ROWS x
                    drop schema shop cascade                                      | EVERYTHING shop
                    alter table users drop column a, drop column if exists b      | VALUES users.a; VALUES users.b
                    alter table if exists only users drop a                       | VALUES users.a
                    alter table users add column x int default (1, 2), drop b     | VALUES users.b
                    alter table users alter column a type varchar(3)              | NARROWED users.a varchar(3)
                    alter table users alter a set data type numeric(10, 2) using 1| NARROWED users.a numeric(10,2)
                    alter table users modify column a varchar(3) not null         | NARROWED users.a varchar(3)
                    alter table users change a b varchar(3)                       | NARROWED users.a varchar(3)
                    alter table users drop partition p                            | ROWS users
                    """)
    void seesWhatGoes(String sql, String expected) {
        assertThat(words(sql)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', delimiter = '|', textBlock = """
                    delete from users where id = 1
                    create table drop_table (id int)
                    insert into notes values ('drop table users')
                    select 1 -- drop table users
                    alter table users drop constraint users_pkey
                    alter table users drop primary key, drop foreign key f, drop index i
                    alter table users alter column a drop not null, alter column b drop default
                    alter table users alter column a set default 1
                    alter table users add column a int
                    drop index users_name, drop_table
                    drop view v
                    update users set a = null
                    """)
    void seesNothingWhereNothingGoes(String sql) {
        assertThat(words(sql)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', delimiter = '|', textBlock = """
                    create table a (id int)                          | a
                    create temporary table if not exists "x".a as b  | "x".a
                    """)
    void knowsTheTableThatIsCreated(String sql, String table) {
        assertThat(SqlLoss.createdTable(sql)).isEqualTo(table);
    }

    private static String words(String sql) {
        return SqlLoss.of(DIALECT, sql).stream()
                .map(lost -> lost.kind() + " " + lost.name() + (lost.column() == null ? "" : "." + lost.column())
                        + (lost.type() == null ? "" : " " + lost.type()))
                .collect(Collectors.joining("; "));
    }
}
