// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.history;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.schema.Name;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What is asked of and done to one of Limbeck's own tables as a whole. */
final class Tables {
    private Tables() {}

    /**
     * A column of one of them.
     *
     * @param since whether tables of an earlier Limbeck may lack it; it may be null then
     */
    record Column(String name, String type, boolean nullable, boolean since) {
        static Column of(String name, String type) {
            return new Column(name, type, false, false);
        }

        static Column optional(String name, String type) {
            return new Column(name, type, true, false);
        }

        static Column added(String name, String type) {
            return new Column(name, type, true, true);
        }

        String sql() {
            return name + " " + type + (nullable ? "" : " not null");
        }
    }

    static boolean exists(Dialect dialect, Connection connection, Name name) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        String escape = metadata.getSearchStringEscape();
        String schema = name.schema() == null ? connection.getSchema() : dialect.stored(name.schema(), connection);
        try (ResultSet tables = metadata.getTables(
                connection.getCatalog(),
                schema == null ? null : escaped(schema, escape),
                escaped(dialect.stored(name.name(), connection), escape),
                new String[] {"TABLE"})) {
            return tables.next();
        }
    }

    /** The statement that creates a table with a primary key of one column. */
    static String createSql(Dialect dialect, Name name, List<Column> columns, String key) {
        return "create table " + dialect.quote(name)
                + columns.stream().map(Column::sql).collect(Collectors.joining(",\n    ", " (\n    ", ""))
                + ",\n    constraint " + dialect.quote(name.name() + "_pkc") + " primary key (" + key + ")\n)";
    }

    /** Creates a table if it is not there, and says whether it was not. */
    static boolean ensure(Dialect dialect, Connection connection, Name name, String createSql) throws SQLException {
        if (exists(dialect, connection, name)) {
            return false;
        }
        execute(connection, createSql);
        return true;
    }

    /** Creates a table, or adds the columns that one of an earlier Limbeck lacks; says whether it was not there. */
    static boolean ensure(Dialect dialect, Connection connection, Name name, List<Column> columns, String key)
            throws SQLException {
        if (ensure(dialect, connection, name, createSql(dialect, name, columns, key))) {
            return true;
        }
        Set<String> present = columns(dialect, connection, name);
        for (Column column : columns) {
            if (column.since() && !present.contains(column.name())) {
                execute(connection, "alter table " + dialect.quote(name) + " add column " + column.sql());
            }
        }
        return false;
    }

    /** The names of a table's columns, in lower case. */
    static Set<String> columns(Dialect dialect, Connection connection, Name name) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select * from " + dialect.quote(name) + " where 1 = 0")) {
            for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                columns.add(none.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String escaped(String text, String escape) {
        return text.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }
}
