// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the options of tables and indexes. */
final class PostgresqlOptions {
    private PostgresqlOptions() {}

    /** Storage parameters, which the catalogue holds as {@code name=value}, and the tablespace where it is not the usual. */
    static SortedMap<String, String> read(ResultSet row, String parameters, String tablespace) throws SQLException {
        SortedMap<String, String> options = new TreeMap<>();
        add(options, "", row, parameters);
        String space = row.getString(tablespace);
        if (space != null) {
            options.put(PostgresqlIndexSql.TABLESPACE, space);
        }
        return options;
    }

    static void add(SortedMap<String, String> options, String prefix, ResultSet row, String parameters)
            throws SQLException {
        for (String parameter : PostgresqlCatalogue.strings(row, parameters)) {
            int equals = parameter.indexOf('=');
            options.put(prefix + parameter.substring(0, equals), parameter.substring(equals + 1));
        }
    }
}
