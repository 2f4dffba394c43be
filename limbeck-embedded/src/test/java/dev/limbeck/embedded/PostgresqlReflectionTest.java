// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static dev.limbeck.operation.Definitions.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Table;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlReflectionTest {
    private static final TestDatabase database = new PostgresqlTestDatabase();

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
                    varchar(20)                  | varchar(20)
                    character varying            | varchar
                    char(3)                      | char(3)
                    bpchar                       | bpchar
                    text                         | text
                    int8                         | bigint
                    numeric                      | numeric
                    numeric(10)                  | numeric(10, 0)
                    decimal(10,2)                | numeric(10, 2)
                    float8                       | double precision
                    real                         | real
                    bool                         | boolean
                    timestamptz                  | timestamptz
                    timestamptz(6)               | timestamptz(6)
                    timestamp(3)                 | timestamp(3)
                    time                         | time
                    time(2)                      | time(2)
                    timetz(2)                    | timetz(2)
                    interval                     | interval
                    interval(3)                  | interval(3)
                    interval day to second(3)    | interval day to second(3)
                    bit(4)                       | bit(4)
                    bit varying(4)               | varbit(4)
                    "char"                       | ""\"char""\"
                    oid                          | oid
                    bytea                        | bytea
                    uuid                         | uuid
                    jsonb                        | jsonb
                    tsvector                     | tsvector
                    int4range                    | int4range
                    text[]                       | text[]
                    varchar(20)[][]              | varchar(20)[][]
                    mood                         | mood
                    mood[]                       | mood[]
                    "order"                      | order
                    other.mood                   | other.mood
                    """)
    void namesTypesCanonicallyAndSpellsThemBack(String sql, String canonical) {
        database.execute(
                "create type mood as enum ('sad')",
                "create type \"order\" as enum ('x')",
                "create schema other",
                "create type other.mood as enum ('x')",
                "create table t (c " + sql + ")");
        DataType type = database.table("t").columns().get(0).type();

        assertThat(type).hasToString(canonical);

        database.migrate(op -> op.createTable("again", column("c", type)));
        assertThat(database.table("again").columns().get(0).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    varchar(20)      | 'USER'                 | S:USER
                    text             | 'it''s'                | S:it's
                    char(3)          | 'abc'                  | S:abc
                    text             | 'a\\b'                  | S:a\\b
                    text             | ''                     | S:
                    integer          | 0                      | I:0
                    integer          | -5                     | I:-5
                    integer          | '7'                    | I:7
                    bigint           | 5000000000             | L:5000000000
                    bigint           | -5000000000            | L:-5000000000
                    smallint         | 1                      | I:1
                    numeric(10,2)    | 0.00                   | D:0.00
                    numeric(10,2)    | -1.5                   | D:-1.5
                    numeric(30)      | 12345678901234567890   | D:12345678901234567890
                    double precision | 2.5                    | D:2.5
                    double precision | '2.5'                  | E:'2.5'::double precision
                    boolean          | true                   | B:true
                    boolean          | 'f'                    | B:false
                    mood             | 'sad'                  | S:sad
                    timestamptz      | now()                  | E:now()
                    timestamptz      | current_timestamp      | E:CURRENT_TIMESTAMP
                    date             | '2020-01-31'           | E:'2020-01-31'::date
                    jsonb            | '{}'                   | E:'{}'::jsonb
                    mood[]           | '{}'                   | E:'{}'::mood[]
                    uuid             | gen_random_uuid()      | E:gen_random_uuid()
                    integer          | 1 + 2                  | E:(1 + 2)
                    text             | upper('x')             | E:upper('x'::text)
                    """)
    void readsConstantDefaultsAsConstants(String type, String sql, String expected) {
        database.execute("create type mood as enum ('sad')", "create table t (c " + type + " default " + sql + ")");

        assertThat(tagged(database.table("t").columns().get(0).value())).isEqualTo(expected);
    }

    private static String tagged(@Nullable ColumnValue value) {
        if (value instanceof ColumnValue.Expression expression) {
            return "E:" + expression.sql();
        }
        Object constant = ((ColumnValue.Literal) Objects.requireNonNull(value)).value();
        String tag = constant instanceof BigDecimal
                ? "D"
                : constant.getClass().getSimpleName().substring(0, 1);
        return tag + ":" + constant;
    }

    @Test
    void readsIdentitiesGeneratedColumnsCollationsAndComments() {
        database.execute("""
                create table t (
                    id bigint generated always as identity,
                    no integer generated by default as identity (start with 100 increment by 10 cache 5 cycle),
                    name text collate "C" not null,
                    loud text generated always as (upper(name)) stored,
                    twice integer generated always as (no * 2) virtual)
                """, "comment on table t is 'of things'", "comment on column t.name is 'it''s its name'");

        var table = database.table("t");

        assertThat(table.comment()).isEqualTo("of things");
        assertThat(table.columns())
                .containsExactly(
                        Column.of("id", DataType.of("bigint"))
                                .withNullable(false)
                                .withValue(new ColumnValue.Identity(true, SequenceOptions.DEFAULTS)),
                        Column.of("no", DataType.of("integer"))
                                .withNullable(false)
                                .withValue(new ColumnValue.Identity(
                                        false, new SequenceOptions(null, 100L, 10L, null, null, 5L, true))),
                        Column.of("name", DataType.of("text"))
                                .withNullable(false)
                                .withCollation("C")
                                .withComment("it's its name"),
                        Column.of("loud", DataType.of("text"))
                                .withValue(new ColumnValue.Generated("upper(name)", true)),
                        Column.of("twice", DataType.of("integer"))
                                .withValue(new ColumnValue.Generated("no * 2", false)));
        assertThat(database.reflect().sequences()).isEmpty();
    }

    @Test
    void readsEveryPartOfAConstraint() {
        database.execute("create table parent (b integer, a integer, primary key (b, a))", """
                create table child (
                    x integer not null, y integer, z text,
                    constraint child_parent foreign key (y, x) references parent (a, b) match full
                        on delete cascade on update set null deferrable initially deferred,
                    constraint child_u unique nulls not distinct (z, x) deferrable,
                    constraint child_c check (x > 0 and (y > 0 or z is not null)))
                """);

        assertThat(database.table("parent").constraints())
                .containsExactly(new Constraint.PrimaryKey("parent_pkey", List.of("b", "a")));
        assertThat(database.table("child").constraints())
                .containsExactly(
                        new Constraint.Unique(
                                "child_u", List.of("z", "x"), Constraint.Deferral.INITIALLY_IMMEDIATE, true),
                        new Constraint.ForeignKey(
                                "child_parent",
                                List.of("y", "x"),
                                Name.of("parent"),
                                List.of("a", "b"),
                                Constraint.Action.CASCADE,
                                Constraint.Action.SET_NULL,
                                Constraint.Match.FULL,
                                Constraint.Deferral.INITIALLY_DEFERRED),
                        new Constraint.Check("child_c", "(x > 0) AND ((y > 0) OR (z IS NOT NULL))"));
    }

    @Test
    void readsEveryPartOfAnIndex() {
        database.execute(
                "create table t (a integer, b text, c text collate \"C\", d jsonb, unique (a))",
                "create unique index i1 on t (a desc, b nulls first, c desc nulls last) include (d) where a > 0",
                "create index i2 on t (lower(b), (a + 1) desc, c collate \"POSIX\", b text_pattern_ops)",
                "create index i3 on t using gin (d jsonb_path_ops)",
                "create unique index i4 on t (b) nulls not distinct");

        assertThat(database.table("t").indexes())
                .containsExactly(
                        Index.of(
                                        "i1",
                                        List.of(
                                                Index.Part.column("a").desc(),
                                                new Index.Part("b", false, false, Index.Nulls.FIRST, null, null),
                                                new Index.Part("c", false, true, Index.Nulls.LAST, null, null)))
                                .withUnique(true)
                                .withInclude(List.of("d"))
                                .withWhere("a > 0"),
                        Index.of(
                                "i2",
                                List.of(
                                        Index.Part.expression("lower(b)"),
                                        Index.Part.expression("a + 1").desc(),
                                        new Index.Part("c", false, false, null, null, "POSIX"),
                                        new Index.Part("b", false, false, null, "text_pattern_ops", null))),
                        Index.of("i3", List.of(new Index.Part("d", false, false, null, "jsonb_path_ops", null)))
                                .withMethod("gin"),
                        Index.of("i4", List.of(Index.Part.column("b")))
                                .withUnique(true)
                                .withNullsNotDistinct(true));
    }

    @Test
    void readsSequencesWithWhatIsUnusualOfThemAndTheirOwner() {
        database.execute(
                "create sequence plain",
                "create sequence odd as integer increment by -5 minvalue -100 maxvalue 7 start with 3 cache 9 cycle",
                "comment on sequence odd is 'odd'",
                "create table t (id serial)");

        Name table = Name.of("t");
        assertThat(database.reflect().sequences().values())
                .containsExactly(
                        new Sequence(
                                Name.of("odd"),
                                new SequenceOptions("integer", 3L, -5L, -100L, 7L, 9L, true),
                                null,
                                "odd"),
                        Sequence.of(Name.of("plain")),
                        Sequence.of(Name.of("t_id_seq"))
                                .withOptions(SequenceOptions.DEFAULTS.withType("integer"))
                                .withOwner(new Sequence.Owner(table, "id")));
        assertThat(database.table("t").columns().get(0).value())
                .isEqualTo(new ColumnValue.Expression("nextval('t_id_seq'::regclass)"));
    }

    @Test
    void readsTheLabelsOfAnEnumInTheirOrder() {
        database.execute(
                "create type mood as enum ('z', 'a')",
                "alter type mood add value 'm' before 'a'",
                "create type empty as enum ()",
                "comment on type mood is 'of people'");

        assertThat(database.reflect().enums().values())
                .containsExactly(
                        EnumType.of(Name.of("empty"), List.of()), EnumType.of(Name.of("mood"), List.of("z", "m", "a")));
        assertThat(database.reflect().code().values())
                .containsExactly(
                        new CodeObject(CodeObject.Key.phrase(CodeObject.Kind.COMMENT, "type mood"), "of people"));
    }

    @Test
    void readsSeveralSchemasAndNamesTheFirstByNothing() {
        database.execute(
                "create schema shop",
                "create type shop.size as enum ('S')",
                "create table shop.item (id integer primary key, size shop.size default 'S')",
                "create table public.note (item integer references shop.item)");

        Schema shopFirst = database.reflect(new Reflection(List.of("shop", "public"), Set.of()));
        Schema publicOnly = database.reflect();

        assertThat(shopFirst.tables()).containsOnlyKeys(Name.of("item"), Name.parse("public.note"));
        assertThat(table(shopFirst, Name.of("item")).columns().get(1).value()).isEqualTo(new ColumnValue.Literal("S"));
        assertThat(table(shopFirst, Name.parse("public.note"))
                        .foreignKeys()
                        .get(0)
                        .references())
                .isEqualTo(Name.of("item"));
        assertThat(publicOnly.tables()).containsOnlyKeys(Name.of("note"));
        assertThat(table(publicOnly, Name.of("note")).foreignKeys().get(0).references())
                .isEqualTo(Name.parse("shop.item"));
        assertThat(database.query("show search_path")).containsExactly("public");
    }

    @Test
    void leavesOutExcludedTablesAndWhatExtensionsMade() {
        database.execute(
                "create table limbeck_log (id serial)",
                "create extension if not exists pg_trgm",
                "create table ext (id serial)",
                "create type ext_kind as enum ('x')",
                "alter extension pg_trgm add table ext",
                "alter extension pg_trgm add sequence ext_id_seq",
                "alter extension pg_trgm add type ext_kind");

        Schema schema = database.reflect(new Reflection(List.of(), Set.of(Name.parse("public.limbeck_log"))));

        assertThat(schema.tables()).isEmpty();
        assertThat(schema.sequences()).isEmpty();
        assertThat(schema.enums()).isEmpty();
    }

    @Test
    void leavesTheTransactionUsableAndTheSearchPathAsItWas() throws SQLException {
        database.execute("create schema shop", "set search_path = shop, public", "create table t (a integer)");
        database.connection().setAutoCommit(false);

        Schema schema = database.reflect(new Reflection(List.of("public"), Set.of()));

        assertThat(schema.tables()).isEmpty();
        assertThat(database.reflect().tables()).containsOnlyKeys(Name.of("t"));
        database.connection().rollback();
        database.connection().setAutoCommit(true);
        assertThat(database.query("show search_path")).containsExactly("shop, public");
    }

    private static Table table(Schema schema, Name name) {
        return schema.table(name).orElseThrow();
    }
}
