// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Row;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No name of a migration becomes SQL of its own. */
class HostileNamesTest {

    /** Where statements are compiled and split, and no server runs them. */
    private static final List<String> SERVERS =
            List.of("jdbc:postgresql://localhost/x", "jdbc:mysql://localhost/x", "jdbc:mariadb://localhost/x");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select",
                "it's",
                "a\"b",
                "a`b",
                "a]b",
                "x; drop table users; --",
                "x\"; drop table users; --",
                "x`; drop table users; --",
                "x'); drop table users; --",
                "two\nlines",
                "back\\slash",
                "back\\\\' slash",
                "/* no comment",
                "-- no comment",
                "$$ no quote $$",
                "ünïcödé ☃",
                "with.dot",
                "?",
                "{d 'x'}",
                "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghij"
            })
    void staysAName(String name) throws SQLException {
        for (String url : SERVERS) {
            Dialect dialect = Dialects.forUrl(url);
            Schema schema = Schema.EMPTY;
            for (Operation operation : operations(name)) {
                Schema before = schema;
                assertSplit(dialect, dialect.compile(operation, () -> before));
                schema = operation.apply(schema);
            }
        }
        runsAndReads(name, "jdbc:h2:mem:");
        runsAndReads(name, "jdbc:h2:mem:;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        runsAndReads(name, "jdbc:sqlite:" + folder.resolve("names.db"));
    }

    private static void assertSplit(Dialect dialect, List<Statement> statements) {
        List<String> texts = statements.stream().map(Statement::sql).toList();
        assertThat(dialect.split(String.join(";\n\n", texts) + ";\n").stream()
                        .map(ScriptStatement::sql)
                        .toList())
                .as(dialect.label())
                .isEqualTo(texts);
    }

    private static void runsAndReads(String name, String url) throws SQLException {
        Dialect dialect = Dialects.forUrl(url);
        Database database = new Database(dialect, url, "sa", "", HostileNamesTest.class.getClassLoader());
        try (Connection connection = database.connect()) {
            dialect.prepare(connection);
            Current current = Current.live(dialect, connection, Reflection.everything());
            for (Operation operation : operations(name)) {
                if (operation instanceof Operation.CommentOnTable && !dialect.has(Feature.COMMENTS)) {
                    continue;
                }
                List<Statement> statements = dialect.compile(operation, current);
                assertSplit(dialect, statements);
                try (java.sql.Statement run = connection.createStatement()) {
                    run.setEscapeProcessing(false);
                    for (Statement statement : statements) {
                        run.execute(statement.sql());
                    }
                }
            }
            Schema schema = current.schema();
            assertThat(schema.tables().keySet()).as(url).containsExactly(Name.of(name + "2"));
            Table table = schema.table(Name.of(name + "2")).orElseThrow();
            assertThat(table.columns().stream().map(Column::name)).as(url).containsExactly("id", name + "3");
            assertThat(table.indexes().stream().map(Index::name)).as(url).containsExactly(name + "i");
            assertThat(table.constraint(name + "u")).as(url).isPresent();
            try (java.sql.Statement drop = connection.createStatement()) {
                drop.setEscapeProcessing(false);
                drop.execute("drop table " + dialect.quote(Name.of(name + "2")));
            }
        }
    }

    private static List<Operation> operations(String name) {
        Name table = Name.of(name);
        List<Operation> operations = new ArrayList<>();
        Column id = column("id", integer()).notNull().column();
        Column text = column(name, varchar(30))
                .defaultValue(name.length() > 30 ? "" : name)
                .column();
        operations.add(new Operation.CreateTable(
                Table.of(table, List.of(id)).plus(new Constraint.PrimaryKey(name + "k", List.of("id")))));
        operations.add(new Operation.AddColumn(table, text));
        operations.add(new Operation.CommentOnTable(table, name, null));
        operations.add(new Operation.CreateIndex(table, Index.of(name + "i", List.of(Index.Part.column(name)))));
        operations.add(new Operation.AddConstraint(
                table, new Constraint.Unique(name + "u", List.of(name), Constraint.Deferral.NOT_DEFERRABLE, false)));
        operations.add(new Operation.InsertRows(
                table, List.of("id", name), List.of(new Row(List.of(1, name.length() > 30 ? "" : name)))));
        operations.add(new Operation.AlterColumn(table, name, ColumnChange.NONE.rename(name + "3"), null));
        operations.add(new Operation.RenameTable(table, name + "2"));
        return operations;
    }
}
