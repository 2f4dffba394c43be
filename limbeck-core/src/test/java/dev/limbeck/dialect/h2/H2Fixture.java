// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An H2 database in memory to try things on. */
final class H2Fixture implements AutoCloseable {
    static final H2Dialect DIALECT = new H2Dialect();
    static final String OWN_MODE = "jdbc:h2:mem:";
    static final String POSTGRESQL_MODE =
            "jdbc:h2:mem:;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private final Connection connection;

    H2Fixture() {
        this(OWN_MODE);
    }

    H2Fixture(String url) {
        connection = database(url).connect();
    }

    static Database database(String url) {
        return new Database(DIALECT, url, "sa", "", H2Fixture.class.getClassLoader());
    }

    Connection connection() {
        return connection;
    }

    H2Fixture sql(String... statements) {
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
        return schema(Reflection.everything());
    }

    Schema schema(Reflection wanted) {
        try {
            return DIALECT.reflect(connection, wanted);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    Table table(String name) {
        return schema().table(Name.of(name)).orElseThrow();
    }

    /** The statements of the operations, each run before the next is compiled. */
    List<String> run(Iterable<? extends Operation> operations) {
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

    List<String> migrate(Consumer<Operations> migration) {
        List<Operation> operations = new ArrayList<>();
        migration.accept(operations::add);
        return run(operations);
    }

    /** Creates everything, sequences before the tables that need them. */
    void create(Schema schema) {
        List<Operation> operations = new ArrayList<>();
        for (Sequence sequence : schema.sequences().values()) {
            operations.add(new Operation.CreateSequence(sequence));
        }
        for (Table table : schema.tables().values()) {
            operations.add(new Operation.CreateTable(table));
        }
        run(operations);
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
