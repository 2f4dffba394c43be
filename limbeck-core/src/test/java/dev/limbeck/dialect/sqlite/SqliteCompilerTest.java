// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import static dev.limbeck.operation.Definitions.bigint;
import static dev.limbeck.operation.Definitions.check;
import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.columns;
import static dev.limbeck.operation.Definitions.foreignKey;
import static dev.limbeck.operation.Definitions.index;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.option;
import static dev.limbeck.operation.Definitions.primaryKey;
import static dev.limbeck.operation.Definitions.row;
import static dev.limbeck.operation.Definitions.text;
import static dev.limbeck.operation.Definitions.timestamp;
import static dev.limbeck.operation.Definitions.unique;
import static dev.limbeck.operation.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqliteCompilerTest {
    private final SqliteFixture database = new SqliteFixture();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void createsATableWithAllItsParts() {
        List<String> statements = database.migrate(op -> op.createTable(
                "order",
                column("id", integer()),
                column("code", varchar(20)).notNull().defaultValue("it's").collation("nocase"),
                column("made", timestamp()).defaultExpression("current_timestamp"),
                column("due", text()).defaultExpression("date('now', '+1 day')"),
                column("size", integer()).generatedStored("length(code)"),
                column("any thing", SqliteTypes.UNTYPED),
                primaryKey("pk_order", "id"),
                unique(columns("code")),
                foreignKey("fk", "size").references("order", "id"),
                check("code <> ''"),
                index("ix_code", "lower(code)").where("size > 1"),
                option("autoincrement", "")));

        assertThat(statements).containsExactly("""
                        create table "order" (
                            id integer constraint pk_order primary key autoincrement,
                            code varchar(20) collate nocase default 'it''s' not null,
                            made timestamp default current_timestamp,
                            due text default (date('now', '+1 day')),
                            size integer generated always as (length(code)) stored,
                            "any thing",
                            unique (code),
                            constraint fk foreign key (size) references "order" (id),
                            check (code <> '')
                        )""", "create index ix_code on \"order\" ((lower(code))) where size > 1");
    }

    @Test
    void numbersRowsByTheRowid() {
        database.migrate(op -> op.createTable("t", column("id", bigint()).identity(), primaryKey(columns("id"))));
        database.sql("insert into t default values", "insert into t default values");

        assertThat(database.rows("select id from t")).containsExactly("1", "2");
        assertThat(database.table("t").columns().get(0).type()).isEqualTo(integer());
    }

    @Test
    void writesOptionsBehindTheTable() {
        List<String> statements = database.migrate(op -> op.createTable(
                "t",
                column("id", DataType.of("int")),
                primaryKey(columns("id")),
                option("strict", ""),
                option("without rowid", "")));

        assertThat(statements).containsExactly("""
                        create table t (
                            id int not null,
                            primary key (id)
                        ) strict, without rowid""");
    }

    private record Native(String name, Consumer<Operations> change, String sql) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Native> whatSqliteDoesItself() {
        return Stream.of(
                new Native("add", op -> op.addColumn("t", column("n", text())), "alter table t add column n text"),
                new Native(
                        "add with a constant",
                        op -> op.addColumn("t", column("n", integer()).notNull().defaultValue(0)),
                        "alter table t add column n integer default 0 not null"),
                new Native(
                        "add a virtual column",
                        op -> op.addColumn("t", column("n", integer()).generatedVirtual("a + 1")),
                        "alter table t add column n integer generated always as (a + 1) virtual"),
                new Native("drop a column", op -> op.dropColumn("t", "a"), "alter table t drop column a"),
                new Native(
                        "rename a column",
                        op -> op.alterColumn("t", "b", c -> c.rename("group")),
                        "alter table t rename column b to \"group\""),
                new Native(
                        "in a batch",
                        op -> op.batchAlterTable("t", batch -> batch.dropColumn("a")),
                        "alter table t drop column a"),
                new Native("rename", op -> op.renameTable("t", "u"), "alter table t rename to u"),
                new Native("drop", op -> op.dropTable("t"), "drop table t"),
                new Native(
                        "index", op -> op.createIndex("t", index("i", "a").unique()), "create unique index i on t (a)"),
                new Native("drop index", op -> op.dropIndex("t", "ix_b"), "drop index ix_b"),
                new Native(
                        "rows",
                        op -> op.bulkInsert("t", List.of("a", "b"), row(1, null)),
                        "insert into t (a, b) values (1, null)"));
    }

    @ParameterizedTest
    @MethodSource("whatSqliteDoesItself")
    void letsSqliteDoWhatItCan(Native example) {
        database.sql(
                "create table t (id integer primary key, a int, b int, check (b > 0))",
                "create index ix_b on t (b)",
                "insert into t values (1, 2, 3)");

        assertThat(database.migrate(example.change())).containsExactly(example.sql());
    }

    private static Stream<Consumer<Operations>> whatSqliteCannotDo() {
        return Stream.of(
                op -> op.addColumn("t", column("n", timestamp()).defaultExpression("current_timestamp")),
                op -> op.addColumn("t", column("n", integer()).defaultExpression("abs(-1)")),
                op -> op.addColumn("t", column("n", integer()).generatedStored("a + 1")),
                op -> op.alterColumn("t", "a", c -> c.type(text())),
                op -> op.alterColumn("t", "a", c -> c.notNull()),
                op -> op.alterColumn("t", "a", c -> c.defaultValue(1L)),
                op -> op.alterColumn("t", "a", c -> c.collation("nocase")),
                op -> op.addConstraint("t", foreignKey("fk", "a").references("t", "id")));
    }

    @ParameterizedTest
    @MethodSource("whatSqliteCannotDo")
    void rebuildsForWhatSqliteCannotDo(Consumer<Operations> change) {
        database.sql("create table t (id integer primary key, a int)", "insert into t values (1, 1)");
        List<Operation> operations = new ArrayList<>();
        change.accept(operations::add);

        List<String> statements = database.migrate(change);

        assertThat(statements.get(0)).startsWith("create table limbeck_new_t");
        assertThat(database.schema()).isEqualTo(Operation.applyAll(operations, databaseBefore()));
        assertThat(database.rows("select id, a from t")).containsExactly("1|1");
    }

    private static Schema databaseBefore() {
        try (SqliteFixture fresh = new SqliteFixture()) {
            return fresh.sql("create table t (id integer primary key, a int)").schema();
        }
    }

    private static Stream<Consumer<Operations>> whatIsUnknownToSqlite() {
        return Stream.of(
                op -> op.createSequence("s"),
                op -> op.createEnum("mood", "ok"),
                op -> op.createTable("n", column("a", integer().array())),
                op -> op.createTable("n", column("a", integer()), option("engine", "innodb")),
                op -> op.createTable("n", column("a", text()), primaryKey(columns("a")), option("autoincrement", "")),
                op -> op.createTable("n", column("a", bigint()).identity()),
                op -> op.createTable("n", column("a", bigint()).identityAlways(), primaryKey(columns("a"))),
                op -> op.createTable(
                        "n", column("a", text()), unique(columns("a")).deferrable()),
                op -> op.createTable(
                        "n", column("a", text()), unique(columns("a")).nullsNotDistinct()),
                op -> op.createIndex("t", index("i", "a").include("id")),
                op -> op.dropColumn("t", "missing"),
                op -> op.addConstraint("missing", check("1")));
    }

    @ParameterizedTest
    @MethodSource("whatIsUnknownToSqlite")
    void refusesWhatItDoesNotKnow(Consumer<Operations> change) {
        database.sql("create table t (id integer primary key, a int)");

        assertThatThrownBy(() -> database.migrate(change)).isInstanceOf(MigrationException.class);
    }

    @Test
    void keepsNoComments() {
        database.sql("create table t (id integer primary key, a int)");

        assertThat(database.migrate(op -> {
                    op.commentOnTable("t", "about");
                    op.alterColumn("t", "a", c -> c.comment("about"));
                    op.addColumn("t", column("b", text()).comment("about"));
                }))
                .containsExactly("alter table t add column b text");
    }
}
