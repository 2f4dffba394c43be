// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.diff.Differ;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes of one table as autogenerate puts them together: each finds what those before it leave. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class MariadbBatchTest {
    private static final MariadbTestDatabase database = new MariadbTestDatabase();

    @AfterAll
    static void close() {
        database.close();
    }

    static Stream<Arguments> becomesTheOtherAndComesBack() {
        return Stream.of(
                pair(
                        "a column that changes its type and gets a check",
                        "create table t (a int default (1 + 2), b binary(16))",
                        "create table t (a float, b longtext check (json_valid(b)))"),
                pair(
                        "a column that changes its type below another character set",
                        "create table t (id int, s varchar(9) check (s in ('new', 'old'))) default charset = latin1",
                        "create table t (id int, s set('a', 'b') default 'a,b') default charset = utf8mb3"),
                pair(
                        "a column that gets a collation of its own when the table loses it",
                        "create table t (a varchar(50) not null, b timestamp) collate = utf8mb4_bin",
                        "create table t (a varchar(50) collate utf8mb4_bin, b date not null)"),
                pair(
                        "a text behind a foreign key's column and a stored one that gets another collation",
                        "create table t (id int primary key, n int as (id + 1) stored, a int, b varchar(9),"
                                + " constraint f foreign key (a) references t (id))",
                        "create table t (id int primary key, n int as (id + 1) stored, a int, b varchar(9) collate"
                                + " latin1_bin, constraint f foreign key (a) references t (id))"),
                pair(
                        "a foreign key over a text whose collation is its table's, which changes",
                        "create table t (id varchar(9) primary key, a varchar(9), constraint f foreign key (a)"
                                + " references t (id))",
                        "create table t (id varchar(9) primary key, a varchar(9), constraint f foreign key (a)"
                                + " references t (id)) collate = latin1_bin"),
                pair(
                        "json whose collation is its table's, and a table that gets that of json",
                        "create table t (a json, b longtext check (json_valid(b)), c text) collate = utf8mb4_bin",
                        "create table t (a json, b longtext check (json_valid(b)), c text)"),
                pair(
                        "a primary key that sorts downwards, by a beginning, and says why",
                        "create table t (id int, `two words` varchar(9), primary key (id, `two words`))",
                        "create table t (id int, `two words` varchar(9), primary key (id desc, `two words`(3)) comment"
                                + " 'it''s why')"),
                pair(
                        "a primary key that numbers the rows downwards",
                        "create table t (id int auto_increment primary key, b int)",
                        "create table t (id int auto_increment, b int, primary key (id desc, b))"),
                pair(
                        "keys that are kept in another way than usual",
                        "create table t (id int, a int, b int, c int, primary key (id), key k (a), unique u (b),"
                                + " key m (c)) engine = memory",
                        "create table t (id int, a int, b int, c int, primary key (id) using btree, key k (a) using"
                                + " btree, unique u (b) using btree, key m (c)) engine = memory"),
                pair(
                        "a foreign key without a name, and one that has the name it was given",
                        "create table t (id int primary key, b int, foreign key (b) references t (id))",
                        "create table t (id int primary key, b int, constraint t_ibfk_1 foreign key (b) references t (id))"),
                pair(
                        "foreign keys that were numbered in another order",
                        "create table t (id int primary key, a int, b int, foreign key (a) references t (id),"
                                + " foreign key (b) references t (id))",
                        "create table t (id int primary key, a int, b int, foreign key (b) references t (id),"
                                + " foreign key (a) references t (id))"),
                pair(
                        "a numbered foreign key beside the index of another",
                        "create table t (id int primary key, a int, b int, foreign key (a) references t (id), key k (b, a))",
                        "create table t (id int primary key, a int, b int, constraint t_ibfk_1 foreign key (b) references"
                                + " t (id), constraint t_ibfk_2 foreign key (a) references t (id))"),
                pair(
                        "a numbered foreign key whose own index goes for one of its column's name",
                        "create table t (id int primary key, b int, constraint t_ibfk_1 foreign key (b) references t (id))",
                        "create table t (id int primary key, b int, c int, foreign key (b) references t (id) on delete"
                                + " cascade, key b (b, c))"),
                pair(
                        "a foreign key that another index serves, and then a unique key",
                        "create table t (id int primary key, b int, foreign key (b) references t (id), key k (b, id))",
                        "create table t (id int primary key, b int, foreign key (b) references t (id), unique k (b))"),
                pair(
                        "a primary key that serves a foreign key, and sorts the other way",
                        "create table t (id int primary key, b int unique, constraint f foreign key (id) references t (b))",
                        "create table t (id int, b int unique, primary key (id desc), constraint f foreign key (id)"
                                + " references t (b))"),
                pair(
                        "a primary key that serves a foreign key, and goes",
                        "create table t (id int primary key, b int unique, constraint f foreign key (id) references t (b))",
                        "create table t (id int not null, b int primary key, constraint f foreign key (id)"
                                + " references t (b))"),
                pair(
                        "a numbered foreign key that goes with its index",
                        "create table t (id int primary key, b int, constraint t_ibfk_1 foreign key (b) references t (id))",
                        "create table t (id int primary key, b int)"),
                pair(
                        "a numbered foreign key that gets a name",
                        "create table t (id int primary key, b int, constraint t_ibfk_1 foreign key (b) references t (id))",
                        "create table t (id int primary key, b int, constraint f foreign key (b) references t (id))"),
                pair(
                        "a named foreign key of which the name is taken for a number",
                        "create table t (id int primary key, b int, foreign key (b) references t (id))",
                        "create table t (id int primary key, b int, constraint f foreign key (b) references t (id))"),
                pair(
                        "columns of a table that keeps its former rows",
                        "create table t (id int primary key, a int, b int without system versioning, c int)"
                                + " with system versioning",
                        "create table t (id bigint primary key, a int without system versioning, b int, d int)"
                                + " with system versioning"),
                pair(
                        "a table that keeps its former rows in a part of their own",
                        "create table t (id int, a int) with system versioning",
                        "create table t (id int, a int) with system versioning partition by system_time"
                                + " (partition p0 history, partition p1 current)"),
                pair(
                        "a column that numbers the rows and the index that lets it",
                        "create table t (id int, b int)",
                        "create table t (id int not null auto_increment, b int, key (id))"),
                pair(
                        "a column that stops numbering the rows of a table in parts",
                        "create table t (id int not null auto_increment primary key)",
                        "create table t (id bigint not null primary key) partition by hash (id) partitions 3"),
                pair(
                        "a table in parts by its primary key, and one with another key in none",
                        "create table t (id int primary key, b int) partition by key () partitions 3",
                        "create table t (id int, b int, primary key (id, b))"),
                pair(
                        "a table in parts, and one that another refers to",
                        "create table t (id int primary key) partition by hash (id) partitions 3",
                        "create table t (id int primary key);"
                                + " create table u (id int primary key, t int references t (id))"),
                pair(
                        "a table of another engine, and one that another refers to",
                        "create table t (id int primary key) engine = MyISAM",
                        "create table t (id int primary key);"
                                + " create table u (id int primary key, t int references t (id))"),
                pair(
                        "a table whose key changes with what cuts it into parts",
                        "create table t (id int primary key, b int) partition by hash (id) partitions 3",
                        "create table t (id int, b int, primary key (b)) partition by hash (b) partitions 3"),
                pair(
                        "a computed column that goes with the column it is computed from",
                        "create table t (id int primary key, a int, b int as (a + 1) virtual, c int as (a + 1) stored)",
                        "create table t (id int primary key)"),
                pair(
                        "a table that keeps its former rows, and one of an engine that cannot",
                        "create table t (id int primary key) with system versioning",
                        "create table t (id int primary key) engine = MyISAM"),
                pair(
                        "a column that changes twice while the primary key goes",
                        "create table t (id int not null primary key, b text)",
                        "create table t (id int, b longtext default '[]' check (json_valid(b)))"),
                pair(
                        "a key that numbers the rows and names another column than one that goes",
                        "create table t (id int not null primary key, b int, unique k (id, b))",
                        "create table t (id int not null auto_increment primary key, c int, unique k (id, c))"),
                pair(
                        "an index over a column that is stored now",
                        "create table t (a varchar(9), n int as (length(a)) virtual, key k (n))",
                        "create table t (a varchar(9), n int as (length(a)) stored, key k (n))"));
    }

    private static Arguments pair(String what, String before, String after) {
        return Arguments.of(what, before, after);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void becomesTheOtherAndComesBack(String what, String older, String newer) {
        Schema after = load(newer);
        Schema before = load(older);

        List<Operation> operations = diff(before, after);

        database.apply(dialect().arrange(operations, before));
        assertThat(diff(database.reflect(), after)).isEmpty();

        database.apply(dialect().arrange(Operation.reverseAll(operations), after));
        assertThat(diff(database.reflect(), before)).isEmpty();
    }

    private static Schema load(String sql) {
        database.clean();
        dialect().split(sql).forEach(part -> database.execute(part.sql()));
        return database.reflect();
    }

    private static List<Operation> diff(Schema before, Schema after) {
        return Differ.diff(before, after, dialect().diffRules());
    }

    private static Dialect dialect() {
        return database.dialect();
    }
}
