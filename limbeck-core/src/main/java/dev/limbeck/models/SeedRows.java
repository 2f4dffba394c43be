// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Row;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows that a wanted schema brings along, such as the first value of a table generator. */
public final class SeedRows {
    private static final Pattern INSERT = Pattern.compile("\\s*insert\\s+into\\s+([^\\s(]+)", Pattern.CASE_INSENSITIVE);

    private final Dialect dialect;

    public SeedRows(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The rows of the tables that the statements insert into. */
    List<Operation.InsertRows> read(Connection connection, Schema schema, List<String> statements) throws SQLException {
        Set<String> inserted = new TreeSet<>();
        for (String statement : statements) {
            Matcher matcher = INSERT.matcher(statement);
            if (matcher.lookingAt()) {
                inserted.add(unquoted(matcher.group(1)));
            }
        }
        List<Operation.InsertRows> rows = new ArrayList<>();
        for (Table table : schema.tables().values()) {
            // A partition has no columns of its own; its rows are those of its table.
            boolean hasColumns = !table.columns().isEmpty();
            if (hasColumns && inserted.contains(table.name().toString().toLowerCase(Locale.ROOT))) {
                rows.add(read(connection, table));
            }
        }
        return rows;
    }

    private static String unquoted(String name) {
        return name.replaceAll("[\"`\\[\\]]", "").toLowerCase(Locale.ROOT);
    }

    private Operation.InsertRows read(Connection connection, Table table) throws SQLException {
        List<String> columns = table.columns().stream().map(Column::name).toList();
        String listed = columns.stream().map(dialect::quote).collect(Collectors.joining(", "));
        try (PreparedStatement select =
                        connection.prepareStatement("select " + listed + " from " + dialect.quote(table.name()));
                ResultSet result = select.executeQuery()) {
            List<Row> rows = new ArrayList<>();
            while (result.next()) {
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    values.add(value(result, i));
                }
                rows.add(new Row(values));
            }
            return new Operation.InsertRows(table.name(), columns, rows);
        }
    }

    private static @Nullable Object value(ResultSet result, int column) throws SQLException {
        Object value = result.getObject(column);
        boolean plain = value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
        return plain ? value : result.getString(column);
    }

    /**
     * The wanted rows that are not there. A row is there if its key is, whatever its other values have become; in a table
     * without a key any row will do.
     */
    public List<Operation.InsertRows> missing(List<Operation.InsertRows> wanted, Connection connection, Schema present)
            throws SQLException {
        List<Operation.InsertRows> missing = new ArrayList<>();
        for (Operation.InsertRows rows : wanted) {
            Table table = present.table(rows.table()).orElse(null);
            Operation.InsertRows left = table == null ? rows : missing(rows, connection, table);
            if (!left.rows().isEmpty()) {
                missing.add(left);
            }
        }
        return missing;
    }

    private Operation.InsertRows missing(Operation.InsertRows wanted, Connection connection, Table table)
            throws SQLException {
        List<String> key =
                table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
        List<Row> left = new ArrayList<>();
        for (Row row : wanted.rows()) {
            if (!isThere(connection, table, key, wanted.columns(), row)) {
                left.add(row);
            }
        }
        return new Operation.InsertRows(wanted.table(), wanted.columns(), left);
    }

    private boolean isThere(Connection connection, Table table, List<String> key, List<String> columns, Row row)
            throws SQLException {
        String condition = key.stream()
                .filter(columns::contains)
                .map(column -> dialect.quote(column) + " = "
                        + dialect.literal(row.values().get(columns.indexOf(column))))
                .collect(Collectors.joining(" and "));
        String sql = "select count(*) from " + dialect.quote(table.name())
                + (condition.isEmpty() ? "" : " where " + condition);
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet result = select.executeQuery()) {
            result.next();
            return result.getLong(1) > 0;
        }
    }
}
