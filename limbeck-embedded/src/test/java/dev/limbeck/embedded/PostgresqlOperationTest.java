// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static dev.limbeck.operation.Definitions.bigint;
import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.primaryKey;
import static dev.limbeck.operation.Definitions.text;
import static dev.limbeck.operation.Definitions.type;
import static dev.limbeck.operation.Definitions.unique;
import static dev.limbeck.operation.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Row;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operations do to tables that have rows. */
class PostgresqlOperationTest {
    private static final TestDatabase database = new PostgresqlTestDatabase();

    @BeforeEach
    void clean() {
        database.clean();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void addsEnumValuesWhereTheyBelong() {
        database.execute("create type mood as enum ('b', 'd')", "create table t (m mood)");

        database.migrate(
                op -> op.invoke(new Operation.AlterEnum(Name.of("mood"), List.of("a", "b", "c", "d", "e"), null)));

        assertThat(database.reflect().enums().get(Name.of("mood")))
                .isEqualTo(EnumType.of(Name.of("mood"), List.of("a", "b", "c", "d", "e")));
    }

    @Test
    void rebuildsAnEnumUnderRowsDefaultsIndexesChecksAndForeignKeys() {
        database.execute(
                "create type mood as enum ('sad', 'ok', 'happy')",
                "comment on type mood is 'of people'",
                "create table parent (m mood primary key)",
                """
                create table child (
                    id integer, m mood not null default 'ok' references parent, all_m mood[] default '{sad,ok}',
                    constraint not_sad check (m <> 'sad' or id > 5))
                """,
                "create index by_m on child (m)",
                "create index ok_only on child (id) where m = 'ok'",
                "create index by_sadness on child ((m = 'sad'))",
                "insert into parent values ('ok'), ('happy')",
                "insert into child values (1, 'happy', '{happy,ok}'), (2, default, default)");
        Schema before = database.reflect();
        Operation shrink =
                new Operation.AlterEnum(Name.of("mood"), List.of("happy", "ok", "sad"), List.of("sad", "ok", "happy"));

        database.apply(shrink);

        assertThat(database.reflect()).isEqualTo(shrink.apply(before));
        assertThat(database.query("select m || ' ' || all_m::text from child order by id"))
                .containsExactly("happy {happy,ok}", "ok {sad,ok}");
        assertThat(database.query("select m from parent order by m")).containsExactly("happy", "ok");

        database.apply(shrink.reverse());

        assertThat(database.reflect()).isEqualTo(before);
        assertThat(database.query("select typname from pg_type where typname like 'old%'"))
                .isEmpty();
    }

    @Test
    void refusesToTakeAnEnumValueAwayThatRowsUse() {
        database.execute(
                "create type mood as enum ('sad', 'ok')", "create table t (m mood)", "insert into t values ('sad')");

        assertThatThrownBy(() ->
                        database.apply(new Operation.AlterEnum(Name.of("mood"), List.of("ok"), List.of("sad", "ok"))))
                .hasStackTraceContaining("1 row(s) of t.m still have a value that enum type mood is to lose (sad)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    varchar(20) default '7'      | 7      | integer          | 7
                    text default '1'             | 42     | bigint           | 42
                    integer default 5            | 7      | bigint           | 7
                    integer default 5            | 7      | varchar(10)      | 7
                    bigint                       | 7      | smallint         | 7
                    numeric(10,4) default 1.5    | 2.6    | integer          | 3
                    text default 'sad'           | sad    | mood             | sad
                    mood default 'sad'           | sad    | varchar(20)      | sad
                    mood default 'sad'           | sad    | other_mood       | sad
                    mood[]                       | {sad}  | other_mood[]     | {sad}
                    boolean default true         | t      | bigint           | 1
                    bigint                       | 1      | boolean          | t
                    boolean                      | t      | integer          | 1
                    varchar(36)                  | 5a8c2b1e-0000-0000-0000-000000000001 | uuid | 5a8c2b1e-0000-0000-0000-000000000001
                    text                         | {"a": 1} | jsonb          | {"a": 1}
                    timestamp default now()      | 2020-01-31 10:20:30 | date | 2020-01-31
                    date                         | 2020-01-31 | timestamp    | 2020-01-31 00:00:00
                    timestamp                    | 2020-01-31 10:20:30 | time | 10:20:30
                    text                         | a      | text[]           | {a}
                    varchar(5)[]                 | {a,b}  | text[]           | {a,b}
                    """)
    void convertsTheRowsWhenATypeChanges(String from, String value, String to, String expected) {
        database.execute(
                "create type mood as enum ('sad')",
                "create type other_mood as enum ('x', 'sad')",
                "create table t (c " + from + ")",
                "create table wanted (c " + to + ")",
                "insert into t values ('" + value + "')");
        Column before = database.table("t").columns().get(0);
        Column after = database.table("wanted").columns().get(0).withValue(null);

        database.apply(RandomOperations.between(database.dialect(), Name.of("t"), before, after));

        assertThat(database.query("select c from t")).containsExactly(expected);
        assertThat(database.table("t").columns()).containsExactly(after);
    }

    @Test
    void keepsADefaultThatTheTypeChangeDoesNotMention() {
        database.execute(
                "create type mood as enum ('sad')", "create table t (a text default 'sad', b mood default 'sad')");

        database.migrate(op -> {
            op.alterColumn("t", "a", c -> c.type(type("mood")).using("a::mood"));
            op.alterColumn("t", "b", c -> c.type(varchar(20)));
        });

        assertThat(database.table("t").columns())
                .containsExactly(
                        Column.of("a", DataType.of("mood")).withValue(new ColumnValue.Literal("sad")),
                        Column.of("b", varchar(20)).withValue(new ColumnValue.Literal("sad")));
    }

    @Test
    void keepsTheCollationWhenATextBecomesLonger() {
        database.execute("create table t (a varchar(5) collate \"C\")");

        database.migrate(op -> op.alterColumn("t", "a", c -> c.type(varchar(50))));

        assertThat(database.table("t").columns())
                .containsExactly(Column.of("a", varchar(50)).withCollation("C"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"default 5 not null", "", "not null", "generated always as identity (start with 7)"})
    void makesAnIdentityOfWhateverWasThereAndBack(String from) {
        database.execute("create table t (a integer " + from + ", b integer)");
        Schema before = database.reflect();
        Column old = database.table("t").columns().get(0);
        Operation change = RandomOperations.between(
                database.dialect(),
                Name.of("t"),
                old,
                column("a", bigint()).identity(o -> o.withIncrement(5)).column());

        database.apply(change);
        database.execute("insert into t (b) values (1)");
        database.execute("delete from t");

        assertThat(database.reflect()).isEqualTo(change.apply(before));

        database.apply(change.reverse());

        assertThat(database.reflect()).isEqualTo(before);
    }

    @Test
    void dropsAnIdentityOrADefaultWithoutBeingToldWhichItIs() {
        database.execute("create table t (a integer generated always as identity, b integer default 5)");

        database.migrate(op -> {
            op.alterColumn("t", "a", c -> c.noIdentity().nullable());
            op.alterColumn("t", "b", c -> c.noDefault());
        });

        assertThat(database.table("t").columns()).containsExactly(Column.of("a", integer()), Column.of("b", integer()));
    }

    @Test
    void makesAGeneratedColumnPlainButNotAPlainOneGenerated() {
        database.execute("create table t (a integer, b integer generated always as (a * 2) stored)");

        database.migrate(op -> op.alterColumn("t", "b", c -> c.value(new ColumnValue.Generated("a * 3", true))));
        assertThat(database.table("t").columns().get(1).value()).isEqualTo(new ColumnValue.Generated("a * 3", true));

        database.migrate(op -> op.alterColumn("t", "b", c -> c.noDefault()));
        assertThat(database.table("t").columns().get(1).value()).isNull();

        assertThatThrownBy(() -> PostgresqlTestDatabase.DIALECT.compile(
                        new Operation.AlterColumn(
                                Name.of("t"), "b", ColumnChange.NONE.value(new ColumnValue.Generated("a", true)), null),
                        database::reflect))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("t.b");
    }

    @Test
    void makesBothOfTwoKeysOverTheSameColumns() {
        database.migrate(
                op -> op.createTable("t", column("id", integer()), primaryKey("pk", "id"), unique("uq", "id")));

        assertThat(database.table("t").constraints()).hasSize(2);
    }

    @Test
    void givesASequenceAnOwnerAndTakesItAway() {
        database.execute("create table t (id integer)", "create sequence s");
        Sequence plain = Sequence.of(Name.of("s"));
        Operation change = new Operation.AlterSequence(
                plain.withOwner(new Sequence.Owner(Name.of("t"), "id"))
                        .withOptions(
                                SequenceOptions.DEFAULTS.withType("integer").withStart(5)),
                plain);
        Schema before = database.reflect();

        database.apply(change);
        assertThat(database.reflect()).isEqualTo(change.apply(before));

        database.apply(change.reverse());
        assertThat(database.reflect()).isEqualTo(before);
    }

    @Test
    void insertsAndDeletesRowsWithAnyValue() {
        database.execute("create table t (a text, b integer, c boolean, d numeric)");
        List<String> columns = List.of("a", "b", "c", "d");
        Operation insert = new Operation.InsertRows(
                Name.of("t"), columns, List.of(Row.of("it's \\", 1, true, 1e10), Row.of(null, null, null, null)));

        database.apply(insert);
        assertThat(database.query("select concat_ws('|', a, b, c, d) from t"))
                .containsExactly("it's \\|1|t|10000000000", "");

        database.apply(insert.reverse());
        assertThat(database.query("select count(*) from t")).containsExactly("0");
    }

    @Test
    void quotesExactlyTheKeyWordsThatTheServerReserves() {
        assertThat(database.query("select word from pg_get_keywords() where catcode in ('R', 'T')"))
                .allMatch(word -> PostgresqlTestDatabase.DIALECT.quote(word).startsWith("\""));
        assertThat(database.query("select word from pg_get_keywords() where catcode in ('U', 'C')"))
                .allMatch(word -> PostgresqlTestDatabase.DIALECT.quote(word).equals(word));
    }

    @Test
    void readsTypesThatAreNamedByKeyWords() {
        // What is a type already cannot be the name of another one.
        List<String> words = database.query("""
                select word from pg_get_keywords()
                where not exists (select from pg_type where typname = word) and word not in ('bigint', 'boolean',
                  'character', 'dec', 'decimal', 'float', 'int', 'integer', 'national', 'nchar', 'real', 'smallint')
                """);
        for (String word : words) {
            database.migrate(op -> {
                op.invoke(new Operation.CreateEnum(EnumType.of(Name.of(word), List.of("x"))));
                op.createTable("t", column(word, type(word)), column("b", text()));
                op.dropTable("t");
                op.invoke(new Operation.DropEnum(Name.of(word), null));
            });
        }
        assertThat(database.reflect()).isEqualTo(Schema.EMPTY);
    }
}
