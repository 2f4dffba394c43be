// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.schema.Name;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs catalogue queries over the databases that are wanted, and names what they find. */
final class MysqlCatalogue {
    private final Connection connection;
    private final List<String> databases;
    private final Reflection wanted;

    /** The first database is the default one. */
    MysqlCatalogue(Connection connection, List<String> databases, Reflection wanted) {
        this.connection = connection;
        this.databases = databases;
        this.wanted = wanted;
    }

    /** Takes one row of a query. */
    @FunctionalInterface
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** Runs a query whose one parameter is a database, once for each: the server looks through all it has otherwise. */
    void read(String query, Reader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (String database : databases) {
                statement.setString(1, database);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        reader.read(rows);
                    }
                }
            }
        }
    }

    /** Runs a query without a parameter. */
    void readOnce(String query, Reader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    /** Runs a statement with several results of one row each. */
    void readEach(String sql, Reader reader) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean isResult = statement.execute(sql);
            while (isResult || statement.getUpdateCount() >= 0) {
                if (isResult) {
                    try (ResultSet row = statement.getResultSet()) {
                        row.next();
                        reader.read(row);
                    }
                }
                isResult = statement.getMoreResults();
            }
        }
    }

    /** The bytes of the text by which the server keeps a table. */
    byte[] createTable(Name table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("show create table " + qualified(table));
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBytes(2);
        }
    }

    /** The name of an object; one in the default database says none. */
    Name name(String database, String name) {
        return new Name(database.equals(databases.get(0)) ? null : database, name);
    }

    /** A name as it stands in a query, always with its database. */
    String qualified(Name name) {
        String database = name.schema() == null ? databases.get(0) : name.schema();
        return MysqlDialect.forceQuoted(database) + "." + MysqlDialect.forceQuoted(name.name());
    }

    /** Whether what may not be read is an error. */
    boolean isComplete() {
        return wanted.complete();
    }

    /** A table of the default database may be excluded by either of its names; a lock's is never one of the schema. */
    boolean isExcluded(Name table) {
        Name qualified = table.schema() == null ? new Name(databases.get(0), table.name()) : table;
        return wanted.excludedTables().contains(table)
                || wanted.excludedTables().contains(qualified)
                || table.name().equals(MysqlRowLock.TABLE);
    }
}
