// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import static dev.limbeck.operation.Definitions.bigint;
import static dev.limbeck.operation.Definitions.check;
import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.columns;
import static dev.limbeck.operation.Definitions.foreignKey;
import static dev.limbeck.operation.Definitions.index;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.primaryKey;
import static dev.limbeck.operation.Definitions.type;
import static dev.limbeck.operation.Definitions.unique;
import static dev.limbeck.operation.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.RunLock;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class H2DialectTest {
    private final H2Fixture database = new H2Fixture();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aChangeOfTheSchemaCommitsWhatCameBeforeIt() throws SQLException {
        database.sql("create table t (a integer)");
        H2Fixture.DIALECT.begin(database.connection());
        database.sql("insert into t values (1)", "create table u (a integer)", "insert into t values (2)");
        database.connection().rollback();

        assertThat(database.rows("select a from t")).containsExactly("1");
        assertThat(database.schema().tables()).containsKey(Name.of("u"));
    }

    @ParameterizedTest
    @ValueSource(strings = {H2Fixture.OWN_MODE, H2Fixture.POSTGRESQL_MODE})
    void aViewThatIsCreatedAgainFromWhatWasReadReadsTheSame(String url) {
        try (H2Fixture own = new H2Fixture(url)) {
            own.sql(
                    "create table users (id integer primary key, email varchar(80), \"Odd\" integer)",
                    "create view people as select id, email from users where id > 5 and email <> 'it''s'",
                    "create view pairs (a, \"B c\") as select u.id, \"Odd\" from users u join people p on p.id = u.id",
                    "create view numbers as with x as (select 1 as n union all select 2) select n from x",
                    "create view odd as (select id from users where id = 1) union (select \"Odd\" from users)");
            Schema read = own.schema();
            assertThat(read.code()).hasSize(4);

            own.sql("drop view pairs", "drop view people", "drop view numbers", "drop view odd");
            for (String name : List.of("people", "pairs", "numbers", "odd")) {
                CodeObject view = read.code().get(CodeObject.Key.view(CodeObject.Kind.VIEW, name));
                own.run(List.of(new Operation.CreateCode(Objects.requireNonNull(view))));
            }

            assertThat(own.schema()).isEqualTo(read);
        }
    }

    @Test
    void dropsConstraintsThatHaveNoName() {
        database.migrate(op -> {
            op.createTable("p", column("id", bigint()), primaryKey(columns("id")));
            op.createTable(
                    "t",
                    column("id", bigint()),
                    column("a", integer()),
                    primaryKey(columns("id")),
                    unique(columns("a")),
                    check("a > 1"),
                    foreignKey(columns("id")).references("p", "id"));
        });
        List<Constraint> constraints = database.table("t").constraints();
        assertThat(constraints).hasSize(4).allMatch(constraint -> constraint.name() == null);

        for (Constraint constraint : constraints) {
            database.run(List.of(new Operation.DropConstraint(Name.of("t"), null, constraint)));
        }

        assertThat(database.table("t").constraints()).isEmpty();
    }

    @Test
    void dropsConstraintsWithoutANameByTheSameNameInEveryMode() {
        Constraint check = new Constraint.Check(null, "a > 1");
        List<List<String>> statements = new ArrayList<>();
        for (String url : List.of(H2Fixture.OWN_MODE, H2Fixture.POSTGRESQL_MODE)) {
            try (H2Fixture other = new H2Fixture(url)) {
                other.migrate(op -> op.createTable("t", column("a", integer())));
                other.run(List.of(new Operation.AddConstraint(Name.of("t"), check)));
                assertThat(other.table("t").constraints()).containsExactly(check);
                statements.add(other.run(List.of(new Operation.DropConstraint(Name.of("t"), null, check))));
                assertThat(other.table("t").constraints()).isEmpty();
            }
        }
        assertThat(statements.get(0)).isEqualTo(statements.get(1));
    }

    @Test
    void dropsACheckWithoutANameByTheTextThatItWasCreatedWith() {
        database.migrate(op -> {
            op.createTable("t", column("a", varchar(9)));
            op.addConstraint("t", check("a in ('x')"));
            op.dropConstraint("t", check("a in ('x')"));
        });

        assertThat(database.table("t").constraints()).isEmpty();
    }

    @Test
    void dropsConstraintsThatH2Named() {
        database.sql("create table t (a integer check (a > 1), unique (a))");
        for (Constraint constraint : database.table("t").constraints()) {
            database.run(List.of(new Operation.DropConstraint(Name.of("t"), null, constraint)));
        }

        assertThat(database.table("t").constraints()).isEmpty();
    }

    @Test
    void dropsAnIndexThatAForeignKeyUses() {
        database.migrate(op -> {
            op.createTable("p", column("id", bigint()), primaryKey("p_pkey", "id"));
            op.createTable("t", column("p", bigint()), column("q", bigint()));
            op.createIndex("t", index("ix_p", "p", "q"));
            op.addConstraint("t", foreignKey("fk", "p").references("p", "id"));
        });
        Schema before = database.schema();
        Operation drop = new Operation.DropIndex(
                Name.of("t"), "ix_p", database.table("t").indexes().get(0));

        database.run(List.of(drop));
        assertThat(database.schema()).isEqualTo(drop.apply(before));

        database.run(List.of(drop.reverse()));
        assertThat(database.schema()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"default 5 not null", "", "not null", "generated always as identity (start with 7)"})
    void makesAnIdentityOfWhateverWasThereAndBack(String from) {
        database.sql("create table t (a integer " + from + ", b integer)", "comment on column t.a is 'number'");
        Schema before = database.schema();
        Column old = database.table("t").columns().get(0);
        Column identity = column("a", bigint())
                .identity(options -> options.withIncrement(5))
                .comment("number")
                .column();
        Operation change = between(old, identity);

        database.run(List.of(change));
        database.sql("insert into t (b) values (1)");
        database.sql("delete from t");
        assertThat(database.schema()).isEqualTo(change.apply(before));

        database.run(List.of(change.reverse()));
        assertThat(database.schema()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    varchar(20) default '7'      | 7      | integer          | 7
                    integer default 5            | 7      | bigint           | 7
                    integer default 5            | 7      | varchar(10)      | 7
                    numeric(10,4) default 1.5    | 2.6    | integer          | 3
                    varchar(10) default 'sad'    | sad    | enum('ok', 'sad')| sad
                    enum('sad') default 'sad'    | sad    | varchar(20)      | sad
                    enum('sad', 'ok')            | ok     | enum('ok', 'bad')| ok
                    boolean default true         | true   | bigint           | 1
                    varchar(36)                  | 5a8c2b1e-0000-0000-0000-000000000001 | uuid | 5a8c2b1e-0000-0000-0000-000000000001
                    varchar                      | {"a":1} | json            | {"a":1}
                    timestamp                    | 2020-01-31 10:20:30 | date | 2020-01-31
                    varchar                      | a      | varchar array    | [a]
                    """)
    void convertsTheRowsWhenATypeChanges(String from, String value, String to, String expected) {
        database.sql(
                "create table t (c " + from + ")",
                "create table wanted (c " + to + ")",
                "insert into t values ('" + value + "')");
        Column before = database.table("t").columns().get(0);
        Column after = database.table("wanted").columns().get(0).withValue(null);

        database.run(List.of(between(before, after)));

        assertThat(database.rows("select c from t")).containsExactly(expected);
        assertThat(database.table("t").columns()).containsExactly(after);
    }

    private static Operation between(Column before, Column after) {
        return new Operation.AlterColumn(Name.of("t"), before.name(), change(before, after), change(after, before));
    }

    private static ColumnChange change(Column before, Column after) {
        ColumnChange change = ColumnChange.between(before, after);
        return before.type().equals(after.type())
                ? change
                : H2Fixture.DIALECT
                        .diffRules()
                        .conversion(before, after)
                        .map(change::using)
                        .orElse(change);
    }

    @Test
    void aRefusalSaysTheNearestWay() {
        assertThatThrownBy(() -> database.migrate(
                        op -> op.createIndex("t", index("ix", "a").where("a > 1"))))
                .isInstanceOf(MigrationException.class)
                .hasMessage("H2 cannot index a part of a table's rows (ix). Leave the condition out, or take it out of"
                        + " the migration.");
    }

    @Test
    void leavesDomainsAloneAndKnowsColumnsOfThem() {
        database.sql("create domain email as varchar(50) check (value like '%@%')", "create table t (e email)");
        database.migrate(op -> op.addColumn("t", column("f", type("email"))));

        assertThat(database.table("t").columns())
                .extracting(column -> column.type().toString())
                .containsExactly("email", "email");
        assertThat(database.table("t").constraints()).isEmpty();
    }

    @Test
    void oneRunKeepsAnotherOutUntilItEnds() {
        Database shared = H2Fixture.database("jdbc:h2:mem:locked;DB_CLOSE_DELAY=-1");
        try (RunLock lock = H2Fixture.DIALECT.lock(shared, Duration.ofSeconds(1))) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> H2Fixture.DIALECT.lock(shared, Duration.ofMillis(200)))
                    .isInstanceOfSatisfying(
                            MigrationException.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.DATABASE_LOCKED));
        }
        H2Fixture.DIALECT.lock(shared, Duration.ZERO).close();
    }

    @Test
    void theLocksTableIsNotPartOfTheSchema() throws SQLException {
        Database shared = H2Fixture.database("jdbc:h2:mem:seen;DB_CLOSE_DELAY=-1");
        H2Fixture.DIALECT.lock(shared, Duration.ZERO).close();
        try (H2Fixture fixture = new H2Fixture("jdbc:h2:mem:seen")) {
            assertThat(fixture.schema().isEmpty()).isTrue();
        }
    }

    @Test
    void theScratchDatabaseIsPrivateAndGoneWhenClosed() throws SQLException {
        Database target = H2Fixture.database("jdbc:h2:mem:target;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        for (int i = 0; i < 2; i++) {
            try (Scratch scratch = H2Fixture.DIALECT.openScratch(target);
                    var statement = scratch.connection().createStatement()) {
                statement.execute("create table t (a bytea)");
                assertThat(scratch.connection().getMetaData().storesLowerCaseIdentifiers())
                        .isTrue();
            }
        }
    }

    @Test
    void keepsWhatStandsBehindADefault() {
        database.sql("create table t (a integer default 5 on update 6 default on null)");
        Column before = database.table("t").columns().get(0);

        database.run(List.of(between(before, before.withValue(null))));
        assertThat(database.table("t").columns().get(0).value()).isNull();

        database.run(List.of(between(before.withValue(null), before)));
        assertThat(database.table("t").columns()).containsExactly(before);
    }

    @Test
    void widensAColumnAndKeepsItsDefaultAndComment() {
        database.sql("create table t (a varchar(5) default 'x' not null)", "comment on column t.a is 'c'");

        database.migrate(op -> op.alterColumn("t", "a", c -> c.type(varchar(50))));

        assertThat(database.table("t").columns())
                .containsExactly(column("a", varchar(50))
                        .notNull()
                        .defaultValue("x")
                        .comment("c")
                        .column());
    }
}
