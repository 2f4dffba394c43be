// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.EmbeddedServer;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.diff.Differ;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An empty database on an embedded server for the tests of one class, emptied for each. */
abstract class TestDatabase implements AutoCloseable {
    private final Database administrator;
    private final Dialect dialect;
    private final Scratch scratch;

    TestDatabase(EmbeddedServer server) {
        administrator = server.start();
        dialect = administrator.dialect();
        scratch = dialect.openScratch(administrator);
    }

    final Dialect dialect() {
        return dialect;
    }

    /** Another empty database on the same server. */
    Scratch another() {
        return dialect.openScratch(administrator);
    }

    Connection connection() {
        return scratch.connection();
    }

    void execute(String... statements) {
        try (Statement statement = connection().createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new AssertionError(String.join(";\n", statements), failure);
        }
    }

    /** Makes the database as empty as it was. */
    abstract void clean();

    /** The first column of all rows, as text. */
    List<String> query(String sql) {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
        return values;
    }

    Schema reflect() {
        return reflect(Reflection.everything());
    }

    Schema reflect(Reflection wanted) {
        try {
            return dialect.reflect(connection(), wanted);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    Table table(String name) {
        return reflect().table(Name.of(name)).orElseThrow();
    }

    /** The text by which the server keeps a table. */
    String stored(Name table) {
        try {
            return dialect.stored(connection(), table).get(0).sql();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Carries operations out in one transaction, as a revision would, which is committed around what wants to be alone. */
    void apply(List<? extends Operation> operations) {
        List<String> statements = new ArrayList<>();
        try {
            dialect.begin(connection());
            for (Operation operation : operations) {
                for (var statement : dialect.compile(operation, current())) {
                    statements.add(statement.sql());
                    if (statement.transactional()) {
                        execute(statement.sql());
                    } else {
                        executeAlone(statement.sql());
                    }
                }
            }
            dialect.beforeCommit(connection());
            connection().commit();
            connection().setAutoCommit(true);
        } catch (SQLException failure) {
            throw new AssertionError(String.join(";\n", statements), failure);
        }
    }

    private void executeAlone(String sql) throws SQLException {
        dialect.beforeCommit(connection());
        connection().commit();
        connection().setAutoCommit(true);
        execute(sql);
        dialect.begin(connection());
    }

    private Current current() {
        return Current.live(dialect, connection(), Reflection.everything());
    }

    final void rollback() {
        try {
            if (!connection().getAutoCommit()) {
                connection().rollback();
                connection().setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    void apply(Operation... operations) {
        apply(List.of(operations));
    }

    void migrate(Consumer<Operations> migration) {
        List<Operation> operations = new ArrayList<>();
        Operations sink = operations::add;
        migration.accept(sink);
        apply(operations);
    }

    /** Creates everything, sequences and enums before the tables that need them. */
    void create(Schema schema) {
        List<Operation> operations = new ArrayList<>();
        for (EnumType type : schema.enums().values()) {
            operations.add(new Operation.CreateEnum(type));
        }
        for (Sequence sequence : schema.sequences().values()) {
            operations.add(new Operation.CreateSequence(sequence));
        }
        for (Table table : schema.tables().values()) {
            operations.add(new Operation.CreateTable(table));
        }
        apply(operations);
    }

    /** Leads from one schema to another by their diff, back by its reverse, and there again. */
    final void go(Schema from, Schema to) {
        List<Operation> operations = Differ.diff(from, to, dialect.diffRules());
        apply(operations);
        assertIs(to);
        apply(Operation.reverseAll(operations));
        assertIs(from);
        apply(operations);
        assertIs(to);
    }

    /** A column that comes back stands at the end, which is no difference. */
    private void assertIs(Schema schema) {
        assertThat(Differ.diff(reflect(), schema, dialect.diffRules())).isEmpty();
    }

    @Override
    public void close() {
        scratch.close();
    }
}
