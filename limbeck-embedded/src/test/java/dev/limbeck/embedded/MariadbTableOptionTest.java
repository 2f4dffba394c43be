// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.diff.Differ;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options of tables on a real server: created, read, changed, and taken back. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class MariadbTableOptionTest {
    private static final MariadbTestDatabase database = new MariadbTestDatabase();

    @BeforeEach
    void clean() {
        database.clean();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    engine            | MyISAM
                    engine            | Aria
                    row_format        | COMPRESSED
                    key_block_size    | 8
                    page_compressed   | 1
                    stats_persistent  | 1
                    stats_auto_recalc | 0
                    stats_sample_pages | 30
                    collate           | latin1_bin
                    max_rows          | 1000
                    checksum          | 1
                    page_checksum     | 0
                    transactional     | 0
                    partition by      | hash (id) partitions 3
                    partition by      | key (id) partitions 2
                    partition by      | linear hash (id) partitions 4
                    """)
    void anOptionIsSetReadAndTakenBackAndCreatedWith(String option, String value) {
        database.execute("create table t (id int, note varchar(20))", "insert into t values (1, 'ä')");
        Table plain = database.table("t");
        assertThat(plain.options()).isEmpty();

        migrate(op -> op.setTableOption("t", option, value));
        Table changed = database.table("t");
        assertThat(changed).isEqualTo(plain.withOptions(Map.of(option, value)));

        migrate(op -> op.dropTableOption("t", option));
        assertThat(database.table("t")).isEqualTo(plain);
        assertThat(database.query("select note from t")).containsExactly("ä");

        database.execute("drop table t");
        database.apply(new Operation.CreateTable(changed));
        assertThat(database.table("t")).isEqualTo(changed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    partition by range (id) (partition p0 values less than (10) comment 'first', partition p1 values less than maxvalue)
                    partition by range columns (id, day) (partition p0 values less than (10, '2020-01-01'), partition `a b` values less than (maxvalue, maxvalue))
                    partition by list (id) (partition p0 values in (1, null), partition p1 values in (2, 3))
                    partition by list columns (day) (partition p0 values in ('2020-01-01', '2021-01-01'))
                    partition by range (year(day)) subpartition by hash (id) subpartitions 2 (partition p0 values less than (2000), partition p1 values less than (2010))
                    engine = Aria partition by hash (id) partitions 2
                    with system versioning
                    engine = InnoDB row_format = dynamic collate = utf8mb3_bin
                    """)
    void whatWasCreatedByHandIsCreatedTheSameAndNoSecondDifferenceIsFound(String options) {
        database.execute("create table t (id int, day date) " + options);
        Schema schema = database.reflect();

        database.execute("drop table t");
        database.apply(diff(database.reflect(), schema));
        assertThat(database.reflect()).isEqualTo(schema);

        List<Operation> there = diff(schema, Schema.EMPTY);
        database.apply(there);
        database.apply(Operation.reverseAll(there));
        assertThat(database.reflect()).isEqualTo(schema);

        Schema plain = Schema.of(List.of(database.table("t").withOptions(Map.of())), List.of(), List.of());
        List<Operation> away = diff(schema, plain);
        database.apply(away);
        assertThat(database.reflect()).isEqualTo(plain);
        database.apply(Operation.reverseAll(away));
        assertThat(database.reflect()).isEqualTo(schema);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "engine = Aria",
                "engine = Aria transactional = 0",
                "engine = Aria page_checksum = 0",
                "engine = MyISAM",
                "engine = MyISAM checksum = 1"
            })
    void anotherEngineLeavesNothingBehind(String options) {
        database.execute("create table t (id int)");
        String usual = database.stored(Name.of("t"));
        Schema plain = database.reflect();
        database.execute("drop table t", "create table t (id int) " + options);
        String wanted = database.stored(Name.of("t"));

        List<Operation> away = diff(database.reflect(), plain);
        database.apply(away);
        assertThat(database.stored(Name.of("t"))).isEqualTo(usual);

        database.apply(Operation.reverseAll(away));
        assertThat(database.stored(Name.of("t"))).isEqualTo(wanted);
    }

    @Test
    void anOptionOfAriaThatGoesIsNotSaidAnyMore() {
        database.execute("create table t (id int) engine = Aria");
        String usual = database.stored(Name.of("t"));

        migrate(op -> op.setTableOption("t", "transactional", "0"));
        migrate(op -> op.dropTableOption("t", "transactional"));

        assertThat(database.stored(Name.of("t"))).isEqualTo(usual);
    }

    @Test
    void aCollationConvertsTheColumnsThatHaveTheTablesAndNoOthers() {
        database.execute(
                "create table t (id int, a varchar(9) not null default 'x' comment 'why', b text character set latin1,"
                        + " c enum('ü') collate utf8mb4_bin, d longtext check (length(d) > 0), j json)",
                "insert into t values (1, 'ä', 'ö', 'ü', 'ß', '{}')");
        Table before = database.table("t");

        migrate(op -> op.setTableOption("t", "collate", "latin1_german1_ci"));

        assertThat(database.table("t")).isEqualTo(before.withOptions(Map.of("collate", "latin1_german1_ci")));
        for (String column : List.of("a ä", "b ö", "c ü", "d ß")) {
            assertThat(database.query("select " + column.charAt(0) + " from t")).containsExactly(column.substring(2));
        }
        assertThat(database.query("select column_type from information_schema.columns where table_name = 't'"
                        + " and table_schema = database() and column_name = 'd'"))
                .containsExactly("longtext");
    }

    @Test
    void partitionsBehindTheLastAreAddedWithoutTouchingTheOthers() {
        database.execute(
                "create table t (id int) partition by range (id) (partition p0 values less than (10))",
                "insert into t values (1)");
        String wanted = "range (id) (\n    partition p0 values less than (10),\n    partition p1 values less than (20),"
                + "\n    partition p2 values less than (maxvalue))";

        database.migrate(op -> op.setTableOption("t", "partition by", wanted));

        assertThat(database.table("t").options()).isEqualTo(Map.of("partition by", wanted));
        assertThatThrownBy(
                        () -> database.migrate(op -> op.setTableOption("t", "partition by", "hash (id) partitions 2")))
                .hasRootCauseMessage(
                        "(conn=" + database.query("select connection_id()").get(0)
                                + ") ALGORITHM=INPLACE is not supported for this operation. Try ALGORITHM=COPY");
        database.rollback();
    }

    @Test
    void countingGoesOnFromTheGivenNumber() {
        database.execute("create table t (id int auto_increment primary key)", "insert into t values (1)");

        migrate(op -> op.setTableOption("t", "auto_increment", "1000"));
        database.execute("insert into t values ()");
        migrate(op -> op.dropTableOption("t", "auto_increment"));
        database.execute("insert into t values ()");

        assertThat(database.query("select id from t")).containsExactly("1", "1000", "1001");
        assertThat(database.table("t").options()).isEmpty();
    }

    @Test
    void aTableKeepsItsHistoryWithItsColumnsAndItsPeriod() {
        database.execute("create table t (id int, s timestamp(6) generated always as row start invisible,"
                + " e timestamp(6) generated always as row end invisible,"
                + " note varchar(9) without system versioning not null default 'x',"
                + " period for system_time (s, e)) with system versioning");
        Table table = database.table("t");

        database.execute("drop table t");
        database.apply(new Operation.CreateTable(table));

        assertThat(database.table("t")).isEqualTo(table);
        database.execute("insert into t (id) values (1)", "update t set id = 2", "update t set note = 'y'");
        assertThat(database.query("select concat(id, note) from t for system_time all order by id"))
                .containsExactly("1x", "2y");
    }

    @Test
    void whatIsNoOptionOrNoValueIsRefusedWithItsName() {
        database.execute("create table t (id int)");

        for (String option : List.of("data directory", "tablespace", "comment", "without rowid")) {
            assertThatThrownBy(() -> migrate(op -> op.setTableOption("t", option, "x")))
                    .hasMessage("MariaDB cannot set or drop the option \"" + option
                            + "\" of table t, which is none of those that it keeps up. Correct its name, or set it in SQL"
                            + " with op.execute, or take it out of the migration.");
            database.rollback();
        }
        assertThatThrownBy(() -> migrate(op -> op.setTableOption("t", "engine", "InnoDB, drop column id")))
                .hasMessageContaining("neither a word nor a number");
        database.rollback();
    }

    private static void migrate(Consumer<Operations> migration) {
        database.migrate(op -> {
            Operations batch = operation -> op.invoke(
                    new Operation.AlterTable(Objects.requireNonNull(operation.table()), List.of(operation), true));
            migration.accept(batch);
        });
    }

    private static List<Operation> diff(Schema from, Schema to) {
        return Differ.diff(from, to, MariadbTestDatabase.DIALECT.diffRules());
    }
}
