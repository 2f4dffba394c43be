// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static dev.limbeck.operation.Definitions.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class MariadbReflectionTest {
    private static final TestDatabase database = new MariadbTestDatabase();

    @BeforeEach
    void clean() {
        database.clean();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    varchar(20)                  | varchar(20)
                    char(3)                      | char(3)
                    text                         | text
                    longtext                     | longtext
                    tinyint(1)                   | boolean
                    bool                         | boolean
                    tinyint                      | tinyint
                    tinyint unsigned             | tinyint unsigned
                    smallint                     | smallint
                    mediumint                    | mediumint
                    int(11)                      | integer
                    int unsigned                 | integer unsigned
                    int(5) zerofill              | integer unsigned zerofill(5)
                    bigint                       | bigint
                    decimal(10,2)                | numeric(10, 2)
                    decimal(10,2) unsigned       | numeric unsigned(10, 2)
                    float                        | real
                    float(7,4)                   | real(7, 4)
                    double                       | double precision
                    bit(1)                       | bit(1)
                    date                         | date
                    time(3)                      | time(3)
                    datetime                     | datetime
                    datetime(6)                  | datetime(6)
                    timestamp(6)                 | timestamp(6)
                    year                         | year(4)
                    binary(16)                   | binary(16)
                    varbinary(255)               | varbinary(255)
                    longblob                     | longblob
                    json                         | json
                    uuid                         | uuid
                    enum('A','it''s, so')        | enum('A', 'it''s, so')
                    set('x','y')                 | set('x', 'y')
                    geometry                     | geometry
                    int invisible                | integer invisible
                    """)
    void namesTypesCanonicallyAndSpellsThemBack(String sql, String canonical) {
        database.execute("create table t (b int, c " + sql + ")");
        DataType type = database.table("t").columns().get(1).type();

        assertThat(type).hasToString(canonical);

        database.migrate(op -> op.createTable("again", column("b", DataType.of("integer")), column("c", type)));
        assertThat(database.table("again").columns().get(1).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    varchar(20)      | 'USER'                 | S:USER
                    varchar(20)      | 'it''s'                | S:it's
                    varchar(20)      | 'a\\\\\\\\b'           | S:a\\\\b
                    varchar(20)      | ''                     | S:
                    varchar(20)      | 'NULL'                 | S:NULL
                    varchar(20)      | '5'                    | S:5
                    text             | 'abc'                  | S:abc
                    integer          | 0                      | I:0
                    integer          | '-5'                   | I:-5
                    bigint           | 5000000000             | L:5000000000
                    decimal(10,2)    | -1.5                   | D:-1.5
                    decimal(30)      | 12345678901234567890   | D:12345678901234567890
                    double           | 2.5                    | D:2.5
                    boolean          | true                   | B:true
                    boolean          | 0                      | B:false
                    bit(1)           | b'1'                   | E:b'1'
                    binary(3)        | 'a'                    | S:a
                    binary(2)        | '?'                    | S:?
                    binary(4)        | x'ff00fe41'            | E:x'ff00fe41'
                    varbinary(9)     | x'fe273f5c00'          | E:x'fe273f5c00'
                    varbinary(9)     | 'ä'                    | E:x'c3a4'
                    blob             | x'ff'                  | E:X'ff'
                    enum('sad')      | 'sad'                  | S:sad
                    datetime(6)      | now(6)                 | E:current_timestamp(6)
                    datetime         | current_timestamp      | E:current_timestamp()
                    date             | '2020-01-31'           | S:2020-01-31
                    uuid             | uuid()                 | E:uuid()
                    integer          | (1 + 2)                | E:1 + 2
                    varchar(9)       | (upper('x'))           | E:ucase('x')
                    varchar(9)       | (concat('(', 'x)'))    | E:concat('(','x)')
                    """)
    void readsConstantDefaultsAsConstantsAndWritesThemBack(String type, String sql, String expected) {
        database.execute("create table t (c " + type + " default " + sql + ")");
        Table table = database.table("t");

        assertThat(tagged(table.columns().get(0).value())).isEqualTo(expected);

        database.migrate(op -> op.dropTable("t"));
        database.apply(new Operation.CreateTable(table));
        assertThat(database.table("t")).isEqualTo(table);
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
    void readsEveryPartOfAColumn() {
        database.execute("""
                create table t (
                    id bigint not null auto_increment primary key,
                    name varchar(20) collate utf8mb4_bin not null comment 'it''s its name',
                    latin varchar(20) character set latin1,
                    loud varchar(20) generated always as (upper(name)) stored,
                    twice integer generated always as (length(latin) * 2) virtual,
                    changed datetime(6) default current_timestamp(6) on update current_timestamp(6),
                    touched datetime null on update current_timestamp,
                    once datetime default '2020-01-31 00:00:00' on update current_timestamp)
                comment 'of things'
                """);

        var table = database.table("t");

        assertThat(table.comment()).isEqualTo("of things");
        assertThat(table.columns())
                .containsExactly(
                        Column.of("id", DataType.of("bigint"))
                                .withNullable(false)
                                .withValue(new ColumnValue.Identity(false, SequenceOptions.DEFAULTS)),
                        Column.of("name", DataType.of("varchar", 20))
                                .withNullable(false)
                                .withCollation("utf8mb4_bin")
                                .withComment("it's its name"),
                        Column.of("latin", DataType.of("varchar", 20)).withCollation("latin1_swedish_ci"),
                        Column.of("loud", DataType.of("varchar", 20))
                                .withValue(new ColumnValue.Generated("ucase(name)", true)),
                        Column.of("twice", DataType.of("integer"))
                                .withValue(new ColumnValue.Generated("octet_length(latin) * 2", false)),
                        Column.of("changed", DataType.of("datetime", 6))
                                .withValue(new ColumnValue.Expression(
                                        "current_timestamp(6) on update current_timestamp(6)")),
                        Column.of("touched", DataType.of("datetime"))
                                .withValue(new ColumnValue.Expression("on update current_timestamp()")),
                        Column.of("once", DataType.of("datetime"))
                                .withValue(new ColumnValue.Expression(
                                        "'2020-01-31 00:00:00' on update current_timestamp()")));
    }

    @Test
    void readsEveryPartOfAConstraintButWhatTheServerMadeForAForeignKey() {
        database.execute("create table parent (b integer, a integer, primary key (b, a))", """
                create table child (
                    x integer, y integer, z varchar(9) check (z <> 'it''s'), j json,
                    constraint child_parent foreign key (y, x) references parent (b, a)
                        on delete cascade on update set null,
                    constraint child_u unique (z, x),
                    constraint child_c check (length(z) > 0 and (z <> 'y' or z is not null)))
                """.replace(
                        "x integer not null", "x integer"));

        assertThat(database.table("parent").constraints())
                .containsExactly(new Constraint.PrimaryKey(null, List.of("b", "a")));
        Table child = database.table("child");
        assertThat(child.indexes()).isEmpty();
        assertThat(child.columns().get(3).type()).isEqualTo(DataType.of("json"));
        assertThat(child.constraints())
                .containsExactly(
                        Constraint.Unique.of("child_u", List.of("z", "x")),
                        new Constraint.ForeignKey(
                                "child_parent",
                                List.of("y", "x"),
                                Name.of("parent"),
                                List.of("b", "a"),
                                Constraint.Action.CASCADE,
                                Constraint.Action.SET_NULL,
                                Constraint.Match.SIMPLE,
                                Constraint.Deferral.NOT_DEFERRABLE),
                        new Constraint.Check(null, "z <> 'it''s'"),
                        new Constraint.Check("child_c", "octet_length(z) > 0 and (z <> 'y' or z is not null)"));
    }

    @Test
    void readsEveryPartOfAnIndex() {
        database.execute(
                "create table t (a integer, b varchar(99), c text, g point not null, unique (a))",
                "create unique index i1 on t (a desc, b)",
                "create index i2 on t (b(20), c(30) desc)",
                "create fulltext index i3 on t (c, b)",
                "create spatial index i4 on t (g)",
                "create unique index i5 on t (b, a)");

        Table table = database.table("t");

        assertThat(table.constraints())
                .containsExactly(
                        Constraint.Unique.of("a", List.of("a")), Constraint.Unique.of("i5", List.of("b", "a")));
        assertThat(table.indexes())
                .containsExactly(
                        Index.of("i1", List.of(Index.Part.column("a").desc(), Index.Part.column("b")))
                                .withUnique(true),
                        Index.of(
                                "i2",
                                List.of(
                                        Index.Part.expression("b(20)"),
                                        Index.Part.expression("c(30)").desc())),
                        Index.of("i3", List.of(Index.Part.column("c"), Index.Part.column("b")))
                                .withMethod("fulltext"),
                        Index.of("i4", List.of(Index.Part.column("g"))).withMethod("spatial"));
        database.execute("drop table t");
        database.apply(new Operation.CreateTable(table));
        assertThat(database.table("t")).isEqualTo(table);
    }

    @Test
    void anIndexMayBeCalledAsAFunctionIs() {
        database.execute(
                "create table t (date_add int, `count` varchar(20), key `date_add` (date_add), key `max` (`count`(3)))");
        Table table = database.table("t");

        database.execute("drop table t", "set session sql_mode = concat(@@sql_mode, ',IGNORE_SPACE')");
        database.apply(new Operation.CreateTable(table));

        assertThat(database.table("t")).isEqualTo(table);
    }

    @Test
    void readsSequencesWithWhatIsUnusualOfThem() {
        database.execute(
                "create sequence plain",
                "create sequence odd increment by -5 minvalue -100 maxvalue 7 start with 3 cache 9 cycle",
                "create sequence hibernates start with 1 increment by 50 nocache");

        assertThat(database.reflect().sequences().values())
                .containsExactly(
                        Sequence.of(Name.of("hibernates"))
                                .withOptions(SequenceOptions.DEFAULTS
                                        .withIncrement(50)
                                        .withCache(0)),
                        Sequence.of(Name.of("odd"))
                                .withOptions(new SequenceOptions(null, 3L, -5L, -100L, 7L, 9L, true)),
                        Sequence.of(Name.of("plain")));
    }

    @Test
    void readsWhatIsUnusualOfATable() {
        database.execute("create table t (a int) engine=MyISAM row_format=fixed collate=latin1_bin");

        assertThat(database.table("t").options())
                .isEqualTo(Map.of("engine", "MyISAM", "collate", "latin1_bin", "row_format", "FIXED"));
    }

    @Test
    void readsTheSameWhateverTheModeOfTheSession() {
        database.execute("create table t (a int, b varchar(9) default 'it''s', check (a > 0 or b = 'x'))");
        Table usual = database.table("t");
        List<String> mode = database.query("select @@sql_mode");
        database.execute("set sql_mode = 'ANSI,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT'");

        assertThat(database.table("t")).isEqualTo(usual);
        assertThat(database.query("select @@sql_mode")).asString().contains("ANSI_QUOTES");
        database.execute("set sql_mode = '" + mode.get(0) + "'");
    }

    @Test
    void leavesOutExcludedTablesViewsAndOtherDatabases() {
        database.execute(
                "create table limbeck_log (id int)", "create table t (id int)", "create view v as select id from t");

        assertThat(database.reflect(new Reflection(List.of(), Set.of(Name.of("limbeck_log"))))
                        .tables())
                .containsOnlyKeys(Name.of("t"));
    }
}
