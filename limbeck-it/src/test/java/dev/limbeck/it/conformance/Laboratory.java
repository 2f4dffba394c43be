// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A database that is emptied for each case. */
final class Laboratory implements AutoCloseable {
    private final Server server;
    private final Database database;
    private Scratch scratch;
    private final List<String> executed = new ArrayList<>();
    private boolean copied;

    Laboratory(Server server) {
        this.server = server;
        database = server.start();
        scratch = dialect().openScratch(database);
    }

    Dialect dialect() {
        return database.dialect();
    }

    /** Makes the database as empty as it was. */
    void clean() throws SQLException {
        if (server.leftovers().isEmpty()) {
            scratch.close();
            scratch = dialect().openScratch(database);
        } else {
            for (String sql : strings(server.leftovers())) {
                execute(sql);
            }
        }
    }

    Schema reflect() throws SQLException {
        return dialect().reflect(connection(), server.wanted());
    }

    /** Carries operations out in one transaction, as a revision would; the statements it ran are known afterwards. */
    void apply(List<? extends Operation> operations) throws SQLException {
        executed.clear();
        copied = false;
        dialect().begin(connection());
        try {
            for (Operation operation : operations) {
                apply(operation);
            }
            dialect().beforeCommit(connection());
            connection().commit();
        } catch (SQLException | RuntimeException failure) {
            connection().rollback();
            throw failure;
        } finally {
            connection().setAutoCommit(true);
        }
    }

    private void apply(Operation operation) throws SQLException {
        try {
            compiled(operation);
        } catch (SQLException failure) {
            // The advice of MariaDB, and no other, is to allow it to copy the table.
            if (operation.table() == null
                    || dialect().advice(failure, operation).isEmpty()) {
                throw failure;
            }
            executed.remove(executed.size() - 1);
            List<Operation> changes =
                    operation instanceof Operation.AlterTable batch ? batch.operations() : List.of(operation);
            compiled(new Operation.AlterTable(operation.table(), changes, true));
            copied = true;
        }
    }

    private void compiled(Operation operation) throws SQLException {
        for (Statement statement : dialect().compile(operation, current())) {
            execute(statement);
        }
    }

    /** Whether the last {@link #apply} had to allow that a table is copied. */
    boolean hasCopied() {
        return copied;
    }

    /** The statements of the last {@link #apply}, up to the one that failed. */
    List<String> executed() {
        return List.copyOf(executed);
    }

    private Current current() {
        return Current.live(dialect(), connection(), server.wanted());
    }

    private void execute(Statement statement) throws SQLException {
        executed.add(statement.sql());
        if (!statement.transactional() && !connection().getAutoCommit()) {
            connection().commit();
            connection().setAutoCommit(true);
            execute(statement.sql());
            dialect().begin(connection());
        } else if (statement.parameters().isEmpty()) {
            execute(statement.sql());
        } else {
            try (PreparedStatement prepared = connection().prepareStatement(statement.sql())) {
                for (int i = 0; i < statement.parameters().size(); i++) {
                    prepared.setObject(i + 1, statement.parameters().get(i));
                }
                prepared.execute();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (java.sql.Statement statement = connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** The values of some columns of a table, one text for each row, in an order of their own. */
    List<String> rows(Name table, List<String> columns) throws SQLException {
        String list = String.join(", ", columns.stream().map(dialect()::quote).toList());
        List<String> rows =
                new ArrayList<>(strings("select " + list + " from " + dialect().quote(table)));
        Collections.sort(rows);
        return rows;
    }

    /** What a query gives, or that it fails. */
    List<String> probe(String query) {
        try {
            return strings(query);
        } catch (SQLException failure) {
            return List.of("fails");
        }
    }

    /** Deletes the rows of all tables, those that refer to others first. */
    void deleteRows(Schema schema) throws SQLException {
        for (Table table : schema.tables().values()) {
            for (Constraint.ForeignKey key : table.foreignKeys()) {
                if (key.references().equals(table.name())) {
                    String column = dialect().quote(key.columns().get(0));
                    execute("update " + dialect().quote(table.name()) + " set " + column + " = null");
                }
            }
        }
        List<Name> tables = new ArrayList<>(schema.tables().keySet());
        for (int attempt = tables.size(); attempt > 0 && !tables.isEmpty(); attempt--) {
            for (Name table : List.copyOf(tables)) {
                if (references(schema, tables, table)) {
                    continue;
                }
                execute("delete from " + dialect().quote(table));
                tables.remove(table);
            }
        }
    }

    private static boolean references(Schema schema, List<Name> left, Name table) {
        return left.stream()
                .filter(other -> !other.equals(table))
                .flatMap(other -> schema.table(other).orElseThrow().foreignKeys().stream())
                .anyMatch(key -> key.references().equals(table));
    }

    private List<String> strings(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (java.sql.Statement statement = connection().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                values.add(String.join(" | ", row));
            }
        }
        return values;
    }

    private Connection connection() {
        return scratch.connection();
    }

    @Override
    public void close() {
        scratch.close();
    }
}
