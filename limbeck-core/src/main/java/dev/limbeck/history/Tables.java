// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.history;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.schema.Name;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What is asked of and done to one of Limbeck's own tables as a whole. */
final class Tables {
    private Tables() {}

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

    static boolean ensure(Dialect dialect, Connection connection, Name name, String createSql) throws SQLException {
        if (exists(dialect, connection, name)) {
            return false;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(createSql);
        }
        return true;
    }

    private static String escaped(String text, String escape) {
        return text.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }
}
