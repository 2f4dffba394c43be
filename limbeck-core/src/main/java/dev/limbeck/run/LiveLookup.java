// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.schema.Name;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Asks a database whether it has what was not found in its schema: a view, a table that another schema lends, a system
 * column. A statement that fails is an answer here, for there is no catalogue that all databases have; without a database
 * everything counts as there.
 */
final class LiveLookup {
    private final Dialect dialect;
    private final @Nullable Connection connection;

    LiveLookup(Dialect dialect, @Nullable Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    boolean hasTable(Name table) {
        return answers("select 1 from " + dialect.quote(table) + " where 1 = 0")
                || lists(
                        (metadata, catalog, schema) -> metadata.getTables(catalog, schema, stored(table.name()), null),
                        table,
                        "TABLE_NAME",
                        table.name());
    }

    /** Of a table that nobody may read nothing is known. */
    boolean hasColumn(Name table, String column) {
        return !answers("select 1 from " + dialect.quote(table) + " where 1 = 0")
                || answers("select " + dialect.quote(column) + " from " + dialect.quote(table) + " where 1 = 0")
                || lists(
                        (metadata, catalog, schema) -> metadata.getColumns(catalog, schema, stored(table.name()), null),
                        table,
                        "COLUMN_NAME",
                        column);
    }

    boolean hasIndex(Name table, String index) {
        return lists(
                (metadata, catalog, schema) ->
                        metadata.getIndexInfo(catalog, schema, stored(table.name()), false, true),
                table,
                "INDEX_NAME",
                index);
    }

    boolean hasConstraint(Name table, String constraint) {
        return hasIndex(table, constraint)
                || finds(
                        "select 1 from information_schema.table_constraints where lower(constraint_name) = lower(?)",
                        constraint);
    }

    boolean hasSequence(Name sequence) {
        return answers("select 1 from " + dialect.quote(sequence) + " where 1 = 0")
                || finds(
                        "select 1 from information_schema.sequences where lower(sequence_name) = lower(?)",
                        sequence.name());
    }

    boolean hasType(Name type) {
        return answers("select cast(null as " + dialect.quote(type) + ")");
    }

    private boolean answers(String query) {
        if (connection == null) {
            return true;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows != null;
        } catch (SQLException answer) {
            return false;
        }
    }

    private boolean finds(String query, String name) {
        if (connection == null) {
            return true;
        }
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, dialect.stored(name, connection));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException answer) {
            return false;
        }
    }

    /** A question to the driver's catalogue. */
    @FunctionalInterface
    private interface Catalogue {
        ResultSet ask(DatabaseMetaData metadata, @Nullable String catalog, @Nullable String schema) throws SQLException;
    }

    private boolean lists(Catalogue question, Name owner, String label, String name) {
        if (connection == null) {
            return true;
        }
        try (ResultSet rows = question.ask(
                connection.getMetaData(),
                owner.schema() == null ? connection.getCatalog() : null,
                owner.schema() == null ? connection.getSchema() : null)) {
            while (rows.next()) {
                if (stored(name).equalsIgnoreCase(rows.getString(label))) {
                    return true;
                }
            }
            return false;
        } catch (SQLException answer) {
            return false;
        }
    }

    private String stored(String name) throws SQLException {
        return connection == null ? name : dialect.stored(name, connection);
    }
}
