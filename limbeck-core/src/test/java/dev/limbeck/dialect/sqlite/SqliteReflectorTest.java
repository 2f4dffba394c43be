// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import static dev.limbeck.operation.Definitions.CASCADE;
import static dev.limbeck.operation.Definitions.SET_NULL;
import static dev.limbeck.operation.Definitions.bigint;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteReflectorTest {
    private final SqliteFixture database = new SqliteFixture();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void readsWhatHibernateWrites() {
        database.sql(
                "create table book (id integer, price numeric(19,2), title varchar(255) not null, primary key (id))");

        assertThat(database.table("book"))
                .isEqualTo(Table.of(
                                Name.of("book"),
                                List.of(
                                        Column.of("id", integer()).withNullable(false),
                                        Column.of("price", DataType.of("numeric", 19, 2)),
                                        Column.of("title", varchar(255)).withNullable(false)))
                        .plus(new Constraint.PrimaryKey(null, List.of("id"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "INT | int",
                "VARCHAR ( 255 ) | varchar(255)",
                "double /* eight bytes */ precision | double precision",
                "UNSIGNED BIG INT | unsigned big int",
                "Decimal(10,-5) | decimal(10, -5)",
                "\"my type\" | my type",
                "[odd-type] | odd-type",
                "int generated always as (1) | int",
                "`` | untyped",
            })
    void readsTypesAsTheyAreDeclared(String declared, String type) {
        database.sql("create table t (a " + declared + ", b int)");

        assertThat(database.table("t").columns().get(0).type()).hasToString(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'it''s -- no comment' | it's -- no comment",
                "\"text\" | text",
                "word | word",
                "('x') | x",
                "''| ``",
            })
    void readsTextsAsConstantDefaults(String declared, String text) {
        database.sql("create table t (a default " + declared + ")");

        assertThat(database.table("t").columns().get(0).value()).isEqualTo(new ColumnValue.Literal(text));
    }

    @Test
    void readsNumbersAndBooleansAsConstantDefaults() {
        database.sql("create table t (a default 0, b default -12, c default (1.50), d default true, e default FALSE)");

        assertThat(database.table("t").columns().stream().map(Column::value))
                .containsExactly(
                        new ColumnValue.Literal(0L),
                        new ColumnValue.Literal(-12L),
                        new ColumnValue.Literal(new BigDecimal("1.50")),
                        new ColumnValue.Literal(true),
                        new ColumnValue.Literal(false));
    }

    @Test
    void readsOtherDefaultsAsExpressions() {
        database.sql("create table t (a default CURRENT_TIMESTAMP, b default (datetime( 'now' /* utc */ )),"
                + " c default 1e5, d default x'00ff', e default null, f default 9223372036854775808)");

        assertThat(database.table("t").columns().stream().map(Column::value))
                .containsExactly(
                        new ColumnValue.Expression("current_timestamp"),
                        new ColumnValue.Expression("datetime( 'now' )"),
                        new ColumnValue.Expression("1e5"),
                        new ColumnValue.Expression("x'00ff'"),
                        null,
                        new ColumnValue.Expression("9223372036854775808"));
    }

    @Test
    void readsEachConstraintOnceWhereverItStands() {
        database.sql("""
                create table t (
                  a int constraint ck_a check (a > 0) check (a < 10) unique,
                  b text collate NOCASE not null constraint uq_b unique on conflict abort,
                  c int as (a + 1) stored check (c > 1), -- a comment, with a comma and a ) in it
                  "d e" int /* ( */ generated always as ("a" * 2) virtual,
                  constraint pk primary key (a, b)
                  constraint ck_t check (b <> ')' or a in (1, 2))
                  check (a <> 5 -- not five
                  ), unique ("d e", C)
                )""");

        Table table = database.table("t");

        assertThat(table.constraints())
                .containsExactlyInAnyOrder(
                        new Constraint.PrimaryKey("pk", List.of("a", "b")),
                        Constraint.Unique.of(null, List.of("a")),
                        Constraint.Unique.of("uq_b", List.of("b")),
                        Constraint.Unique.of(null, List.of("d e", "c")),
                        new Constraint.Check("ck_a", "a > 0"),
                        new Constraint.Check(null, "a < 10"),
                        new Constraint.Check(null, "c > 1"),
                        new Constraint.Check("ck_t", "b <> ')' or a in (1, 2)"),
                        new Constraint.Check(null, "a <> 5"));
        assertThat(table.column("b").orElseThrow().collation()).isEqualTo("NOCASE");
        assertThat(table.column("c").orElseThrow().value()).isEqualTo(new ColumnValue.Generated("a + 1", true));
        assertThat(table.column("d e").orElseThrow().value()).isEqualTo(new ColumnValue.Generated("\"a\" * 2", false));
    }

    @Test
    void readsForeignKeysWithAllTheirOptions() {
        database.sql("create table Parent (id integer primary key, a int, b int, unique (a, b))", """
                create table child (
                  x int references parent on delete cascade not null,
                  y int constraint fk_y references PARENT (ID) deferrable initially deferred,
                  z int, w int,
                  constraint fk_zw foreign key (Z, w) references parent (A, b)
                    on update set null match full not deferrable,
                  foreign key (z) references missing deferrable
                )""");

        Constraint.ForeignKey toId = Constraint.ForeignKey.of(null, List.of("x"), Name.of("Parent"), List.of("id"));
        assertThat(database.table("child").foreignKeys())
                .containsExactlyInAnyOrder(
                        new Constraint.ForeignKey(
                                null,
                                toId.columns(),
                                toId.references(),
                                toId.referencedColumns(),
                                CASCADE,
                                toId.onUpdate(),
                                toId.match(),
                                toId.deferral()),
                        new Constraint.ForeignKey(
                                "fk_y",
                                List.of("y"),
                                Name.of("Parent"),
                                List.of("id"),
                                toId.onDelete(),
                                toId.onUpdate(),
                                toId.match(),
                                Constraint.Deferral.INITIALLY_DEFERRED),
                        new Constraint.ForeignKey(
                                "fk_zw",
                                List.of("z", "w"),
                                Name.of("Parent"),
                                List.of("a", "b"),
                                toId.onDelete(),
                                SET_NULL,
                                Constraint.Match.FULL,
                                toId.deferral()),
                        new Constraint.ForeignKey(
                                null,
                                List.of("z"),
                                Name.of("missing"),
                                List.of(),
                                toId.onDelete(),
                                toId.onUpdate(),
                                toId.match(),
                                Constraint.Deferral.INITIALLY_IMMEDIATE));
        assertThat(database.table("child").column("x").orElseThrow().nullable()).isFalse();
    }

    @Test
    void readsIndexesThatNoConstraintMade() {
        database.sql(
                "create table t (a text unique, \"b c\" text, primary key (a))",
                "create unique index [odd \"index\"] on t (a collate nocase desc, \"B C\")",
                "create index ix_e on t (lower(a), (a || /* and */ \"b c\") collate rtrim) where a is not null -- some");

        Index.Part a = new Index.Part("a", false, true, null, null, "nocase");
        Index.Part sum = new Index.Part("a || \"b c\"", true, false, null, null, "rtrim");
        assertThat(database.table("t").indexes())
                .containsExactly(
                        Index.of("ix_e", List.of(Index.Part.expression("lower(a)"), sum))
                                .withWhere("a is not null"),
                        Index.of("odd \"index\"", List.of(a, Index.Part.column("b c")))
                                .withUnique(true));
    }

    @Test
    void readsOptions() {
        database.sql(
                "create table a (id integer primary key autoincrement)",
                "create table b (id int primary key, v any) without rowid, strict",
                "create table c (id integer, primary key (id autoincrement))");

        assertThat(database.table("a").options()).isEqualTo(Map.of("autoincrement", ""));
        assertThat(database.table("b").options()).isEqualTo(Map.of("strict", "", "without rowid", ""));
        assertThat(database.table("c").options()).isEqualTo(Map.of("autoincrement", ""));
    }

    @Test
    void leavesOutViewsVirtualTablesAndSqlitesOwn() {
        database.sql(
                "create table a (id integer primary key autoincrement, t text)",
                "create view v as select t from a",
                "create virtual table docs using fts5(t)",
                "analyze");

        assertThat(database.schema().tables()).containsOnlyKeys(Name.of("a"));
    }

    @Test
    void leavesOutAVirtualTableWhoseModuleIsMissing(@TempDir Path folder) {
        String url = "jdbc:sqlite:" + folder.resolve("shop.db");
        try (SqliteFixture file = new SqliteFixture(url)) {
            file.sql(
                    "create table a (id text primary key) strict",
                    "pragma writable_schema = on",
                    "insert into sqlite_schema values"
                            + " ('table', 'v', 'v', 0, 'create virtual table v using missing(x)')");
        }

        try (SqliteFixture file = new SqliteFixture(url)) {
            assertThat(file.schema().tables()).containsOnlyKeys(Name.of("a"));
        }
    }

    @Test
    void leavesOutWhatIsExcluded() throws SQLException {
        database.sql("create table a (id int)", "create table limbeck_version (version_num varchar(64))");
        Reflection wanted = new Reflection(List.of(), Set.of(Name.of("limbeck_version")));

        Schema schema = SqliteFixture.DIALECT.reflect(database.connection(), wanted);

        assertThat(schema.tables()).containsOnlyKeys(Name.of("a"));
    }

    @Test
    void readsTablesThatSqliteItselfHasRewritten() {
        database.sql(
                "create table old (a int, b int, check (a > b), primary key (a))",
                "alter table old add column c bigint default 7",
                "alter table old rename column b to \"b b\"",
                "alter table old rename to \"new one\"",
                "create table copied as select a as x, c from \"new one\"");

        assertThat(database.table("new one").constraints()).contains(new Constraint.Check(null, "a > \"b b\""));
        assertThat(database.table("new one").column("c"))
                .contains(Column.of("c", bigint()).withValue(new ColumnValue.Literal(7L)));
        assertThat(database.table("copied").columns()).extracting(Column::name).containsExactly("x", "c");
    }
}
