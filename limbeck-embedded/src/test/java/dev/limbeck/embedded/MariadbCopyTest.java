// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static dev.limbeck.operation.Definitions.SET_DEFAULT;
import static dev.limbeck.operation.Definitions.bigint;
import static dev.limbeck.operation.Definitions.check;
import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.columns;
import static dev.limbeck.operation.Definitions.foreignKey;
import static dev.limbeck.operation.Definitions.index;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.primaryKey;
import static dev.limbeck.operation.Definitions.text;
import static dev.limbeck.operation.Definitions.type;
import static dev.limbeck.operation.Definitions.unique;
import static dev.limbeck.operation.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.diff.Differ;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.operation.TableOperations;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which changes of a table with rows the server makes without a copy of it, and which only where that is allowed. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class MariadbCopyTest {
    private static final MariadbTestDatabase database = new MariadbTestDatabase();

    @BeforeEach
    void clean() {
        database.clean();
        database.execute(
                "create table p (id bigint primary key)",
                "create table t (id bigint not null, a int, b varchar(20) not null default 'x',"
                        + " c varchar(80) collate utf8mb4_bin, e enum('A','B'), s set('x'), n text, k bigint,"
                        + " v int as (a + 2) virtual, w int invisible default 3,"
                        + " m datetime default current_timestamp on update current_timestamp,"
                        + " primary key (id), unique u (b), key ka (a), constraint ck check (a > 0))");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    static List<Named<Consumer<TableOperations>>> copying() {
        return List.of(
                change("a type", t -> t.alterColumn("a", c -> c.type(bigint()))),
                change("a shorter text", t -> t.alterColumn("b", c -> c.type(varchar(10)))),
                change("a collation", t -> t.alterColumn("b", c -> c.collation("latin1_bin"))),
                change("an enum without a value", t -> t.alterColumn("e", c -> c.type(type("enum", "'A'")))),
                change("an enum in another order", t -> t.alterColumn("e", c -> c.type(type("enum", "'B'", "'A'")))),
                change(
                        "a foreign key",
                        t -> t.addConstraint(foreignKey("fk", "k").references("p", "id"))),
                change("a check", t -> t.addConstraint(check("ck2", "a < 100"))),
                change(
                        "a stored column",
                        t -> t.addColumn(column("z", integer()).generatedStored("a * 3"))),
                change(
                        "a column with a value of its own for each row",
                        t -> t.addColumn(column("z", varchar(36)).defaultExpression("uuid()"))),
                change("a fulltext index", t -> t.createIndex(index("ft", "n").method("fulltext"))),
                change("another engine", t -> t.setOption("engine", "MyISAM")),
                change("history", t -> t.setOption("system versioning", "")));
    }

    static List<Named<Consumer<TableOperations>>> online() {
        return List.of(
                change(
                        "a column",
                        t -> t.addColumn(column("z", varchar(9)).notNull().defaultValue("y"))),
                change(
                        "a computed column",
                        t -> t.addColumn(column("z", integer()).generatedVirtual("a * 3"))),
                change("no column", t -> t.dropColumn("n")),
                change("another name", t -> t.alterColumn("b", c -> c.rename("bb"))),
                change("a default", t -> t.alterColumn("b", c -> c.defaultValue("y"))),
                change("no default", t -> t.alterColumn("b", c -> c.noDefault())),
                change("a comment", t -> t.alterColumn("b", c -> c.comment("y"))),
                change("not null", t -> t.alterColumn("c", c -> c.notNull())),
                change("null", t -> t.alterColumn("b", c -> c.nullable())),
                change("a longer text", t -> t.alterColumn("b", c -> c.type(varchar(60)))),
                change("a longer text above the limit", t -> t.alterColumn("c", c -> c.type(varchar(400)))),
                change(
                        "an enum's next value",
                        t -> t.alterColumn("e", c -> c.type(type("enum", "'A'", "'B'", "'it''s'")))),
                change("a set's next value", t -> t.alterColumn("s", c -> c.type(type("set", "'x'", "'y'")))),
                change("what a change sets", t -> t.alterColumn("m", c -> c.noDefault())),
                change("a default of an invisible column", t -> t.alterColumn("w", c -> c.defaultValue(8))),
                change("a not null of an invisible column", t -> t.alterColumn("w", c -> c.notNull())),
                change("an index", t -> t.createIndex(index("i", "a", "b(5)"))),
                change("a unique key", t -> t.addConstraint(unique("u2", "a"))),
                change("no index", t -> t.dropIndex("ka")),
                change("a comment of the table", t -> t.commentOnTable("y")),
                change("a row format", t -> t.setOption("row_format", "COMPRESSED")));
    }

    private static Named<Consumer<TableOperations>> change(String name, Consumer<TableOperations> change) {
        return Named.of(name, change);
    }

    private static void insert() {
        database.execute(
                "insert into p values (1)",
                "insert into t (id, a, b, c, e, s, n, k, w, m)"
                        + " values (1, 1, 'x', 'y', 'A', 'x', 'n', 1, 4, '2020-01-01')");
    }

    @ParameterizedTest
    @MethodSource("copying")
    void copiesRowsOnlyWhereThatIsAllowed(Consumer<TableOperations> change) {
        insert();
        Schema before = database.reflect();

        assertThatThrownBy(() -> database.migrate(op -> op.batchAlterTable("t", change)))
                .rootCause()
                .isInstanceOfSatisfying(SQLException.class, refused -> {
                    assertThat(refused.getErrorCode()).isIn(1845, 1846);
                    assertThat(database.dialect()
                                    .advice(refused, operations(change).get(0)))
                            .hasValue("MariaDB can do this only if it may copy the table, or keep writers out of it"
                                    + " until it is done. If it may, say so in the migration:"
                                    + " op.batchAlterTable(\"t\", batch -> { batch.mayCopyTable(); … })");
                });
        database.rollback();
        assertThat(database.reflect()).isEqualTo(before);

        database.migrate(op -> op.batchAlterTable("t", batch -> {
            batch.mayCopyTable();
            change.accept(batch);
        }));
        assertDone(before, change);
        assertThat(database.query("select id from t")).containsExactly("1");
    }

    @ParameterizedTest
    @MethodSource("copying")
    void needsNoWordWhereThereIsNothingToCopy(Consumer<TableOperations> change) {
        Schema before = database.reflect();

        database.migrate(op -> op.batchAlterTable("t", change));

        assertDone(before, change);
    }

    @ParameterizedTest
    @MethodSource("online")
    void changesWithoutACopyWhatItSaysAndKeepsTheRest(Consumer<TableOperations> change) {
        insert();
        Schema before = database.reflect();

        database.migrate(op -> op.batchAlterTable("t", change));

        assertDone(before, change);
        assertThat(database.query("select concat_ws(' ', id, e, s, k, v, w, m) from t"))
                .containsExactly("1 A x 1 3 4 2020-01-01 00:00:00");
        assertThat(database.dialect().arrange(operations(change), before)).isEqualTo(operations(change));
    }

    @ParameterizedTest
    @MethodSource("copying")
    void autogenerateSaysWhichChangesCopy(Consumer<TableOperations> change) {
        List<Operation> operations = operations(change);

        assertThat(database.dialect().arrange(operations, database.reflect()))
                .containsExactly(new Operation.AlterTable(Name.of("t"), operations, true));
    }

    /** With rows copied nobody could write, as there are indexes that cannot be kept up meanwhile. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table t add fulltext index ft (n)",
                "alter table t add place geometry not null, add spatial index sp (place)",
                "alter table t add index virtually (v)"
            })
    void autogenerateLetsColumnsComeAndGoWithACopyBelowSomeIndexes(String index) {
        database.execute(index);
        Schema before = database.reflect();

        for (List<Operation> operations :
                List.of(operations(t -> t.addColumn(column("z", varchar(9)))), operations(t -> t.dropColumn("k")))) {
            assertThat(database.dialect().arrange(operations, before))
                    .containsExactly(new Operation.AlterTable(Name.of("t"), operations, true));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create table q (id int not null, unique u (id))                      | create table q (id int not null)",
                "create table q (at timestamp null)                                   | create table q (at timestamp"
                        + " not null default current_timestamp)",
                "create table q (id int, v int as (id + 1) virtual) partition by hash (id) | create table q (id int)"
                        + " partition by hash (id)"
            })
    void autogenerateWritesWhatTheServerDoesWithRows(String older, String newer) {
        database.execute(newer);
        Schema after = database.reflect();
        database.execute("drop table q", older);
        Schema before = database.reflect();
        database.execute("insert into q values ("
                + (older.contains("virtual") ? "1, default" : older.contains("(at") ? "now()" : "1") + ")");

        database.apply(database.dialect()
                .arrange(Differ.diff(before, after, database.dialect().diffRules()), before));

        assertThat(database.reflect()).isEqualTo(after);
    }

    @Test
    void aTextThatIsNoJsonAnyMoreIsCopied() {
        database.execute("alter table t add j longtext check (json_valid(j))");
        insert();
        Schema json = database.reflect();
        database.execute("alter table t modify j longtext");
        Schema text = database.reflect();
        database.execute("alter table t modify j longtext check (json_valid(j))");

        database.apply(database.dialect()
                .arrange(Differ.diff(json, text, database.dialect().diffRules()), json));

        assertThat(database.reflect()).isEqualTo(text);
    }

    private static List<Operation> operations(Consumer<TableOperations> change) {
        List<Operation> operations = new ArrayList<>();
        Operations sink = operations::add;
        sink.batchAlterTable("t", change);
        return ((Operation.AlterTable) operations.get(0)).operations();
    }

    private static void assertDone(Schema before, Consumer<TableOperations> change) {
        Schema after = Operation.applyAll(operations(change), before);
        assertThat(database.reflect()).isEqualTo(after).isNotEqualTo(before);
    }

    @Test
    void autogenerateSaysNothingOfTablesThatItCreatesAndJoinsWhatCopiesOne() {
        List<Operation> operations = new ArrayList<>();
        Operations op = operations::add;
        op.createTable("q", column("id", bigint()), primaryKey(columns("id")));
        op.addConstraint("q", check("cq", "id > 0"));
        op.addConstraint("t", check("ct", "a < 9"));
        op.alterColumn("t", "k", c -> c.type(integer()));

        assertThat(database.dialect().arrange(operations, database.reflect()))
                .containsExactly(
                        operations.get(0),
                        operations.get(1),
                        new Operation.AlterTable(Name.of("t"), operations.subList(2, 4), true));
    }

    @Test
    void aTextOverTheLimitOfAByteIsConvertedWhereThatIsAllowed() {
        insert();

        database.migrate(op -> op.batchAlterTable("t", batch -> {
            batch.mayCopyTable();
            batch.dropConstraint("u");
            batch.alterColumn("b", c -> c.type(text()));
        }));

        assertThat(database.query("select b from t")).containsExactly("x");
    }

    @Test
    void refusesForeignKeysThatSetADefaultWhichInnodbForgets() {
        assertThatThrownBy(() -> database.migrate(op -> op.addConstraint(
                        "t", foreignKey("fk", "k").references("p", "id").onDelete(SET_DEFAULT))))
                .hasMessageContaining("cannot set the columns of the foreign key fk to their defaults");
        database.rollback();
    }
}
