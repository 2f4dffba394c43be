// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.examples.bookshop;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Prints the tables of a database and their columns, a line each: what a look at the shop's database shows. */
public final class Tables {
    private Tables() {}

    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            DatabaseMetaData metaData = connection.getMetaData();
            try (ResultSet tables =
                    metaData.getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
                while (tables.next()) {
                    String table = tables.getString("TABLE_NAME");
                    System.out.println(table + "(" + columns(metaData, table) + ")");
                }
            }
        }
    }

    private static String columns(DatabaseMetaData metaData, String table) throws SQLException {
        StringBuilder names = new StringBuilder();
        try (ResultSet columns = metaData.getColumns(null, null, table, "%")) {
            while (columns.next()) {
                names.append(names.length() == 0 ? "" : ", ").append(columns.getString("COLUMN_NAME"));
            }
        }
        return names.toString();
    }
}
