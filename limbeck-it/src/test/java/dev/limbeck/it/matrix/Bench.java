// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.matrix;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.dialect.Statement;
import dev.limbeck.dialect.StoredObject;
import dev.limbeck.diff.Differ;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A server on which schemas are made, read, and led from one to another. */
record Bench(Database database, Reflection wanted) {

    Dialect dialect() {
        return database.dialect();
    }

    Scratch empty() {
        return dialect().openScratch(database);
    }

    /** What an empty database tells after these statements. */
    Schema after(List<String> statements) throws SQLException {
        try (Scratch scratch = empty()) {
            for (String sql : statements) {
                execute(scratch.connection(), sql);
            }
            return reflect(scratch.connection());
        }
    }

    Schema reflect(Connection connection) throws SQLException {
        return dialect().reflect(connection, wanted);
    }

    List<Operation> diff(Schema from, Schema to) {
        return Differ.diff(from, to, dialect().diffRules());
    }

    /** Runs one operation on a database that holds a schema, and returns what it holds then. */
    Schema run(Operation operation, Schema before, Connection connection) throws SQLException {
        for (Statement statement : dialect().compile(operation, new Known(dialect(), connection, before))) {
            execute(connection, statement.sql());
        }
        return operation.apply(before);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new SQLException(failure.getMessage() + "\n" + sql, failure);
        }
    }

    /** What the database holds by what was done to it, since to read it before each step takes too long. */
    private record Known(Dialect dialect, Connection connection, Schema schema) implements Current {
        @Override
        public List<StoredObject> stored(Name table) {
            try {
                return dialect.stored(connection, table);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public boolean holdsRows(Name table) {
            return false;
        }
    }
}
