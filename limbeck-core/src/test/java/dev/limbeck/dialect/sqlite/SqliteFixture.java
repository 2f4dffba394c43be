// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A SQLite database to try things on, in memory unless it is given a URL. */
final class SqliteFixture implements AutoCloseable {
    static final SqliteDialect DIALECT = new SqliteDialect();

    private final Connection connection;

    SqliteFixture() {
        this(SqliteUrl.MEMORY);
    }

    SqliteFixture(String url) {
        connection = database(url).connect();
        try {
            DIALECT.prepare(connection);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    static Database database(String url) {
        return new Database(DIALECT, url, null, null, SqliteFixture.class.getClassLoader());
    }

    Connection connection() {
        return connection;
    }

    SqliteFixture sql(String... statements) {
        try (java.sql.Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure.getMessage() + "\n" + String.join(";\n", statements), failure);
        }
        return this;
    }

    Schema schema() {
        try {
            return DIALECT.reflect(connection, Reflection.everything());
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    Table table(String name) {
        return schema().table(Name.of(name)).orElseThrow();
    }

    /** The statements of the operations, each run before the next is compiled. */
    List<String> run(Iterable<Operation> operations) {
        List<String> done = new ArrayList<>();
        for (Operation operation : operations) {
            Current current = Current.live(DIALECT, connection, Reflection.everything());
            for (Statement statement : DIALECT.compile(operation, current)) {
                sql(statement.sql());
                done.add(statement.sql());
            }
        }
        return done;
    }

    /** Runs what a migration says in one transaction, checked before it is committed. */
    List<String> migrate(Consumer<Operations> migration) {
        List<Operation> operations = new ArrayList<>();
        migration.accept(operations::add);
        try {
            DIALECT.begin(connection);
            List<String> done = run(operations);
            DIALECT.beforeCommit(connection);
            connection.commit();
            connection.setAutoCommit(true);
            return done;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        } catch (RuntimeException | AssertionError failure) {
            rollback();
            throw failure;
        }
    }

    private void rollback() {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Each row as text, its values separated by {@code |}. */
    List<String> rows(String query) {
        List<String> found = new ArrayList<>();
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    values.add(rows.getString(i));
                }
                found.add(String.join("|", values));
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure.getMessage() + "\n" + query, failure);
        }
        return found;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
