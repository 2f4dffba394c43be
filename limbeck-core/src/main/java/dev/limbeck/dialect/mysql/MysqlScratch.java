// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.ServerScratch;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Makes a database for the moment, with the character set and collation of the server's own database. */
final class MysqlScratch implements ServerScratch.Maker {

    /** The connection is switched to it, for a URL may name several servers in ways of its driver's own. */
    @Override
    public Connection open(Database server, String name) throws SQLException {
        Connection connection = server.connect();
        try {
            server.dialect().prepare(connection);
            create(connection, name);
            connection.setCatalog(name);
            return MysqlScratchGuard.guard(connection, name);
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    private static void create(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String definition = "create database " + name;
            try (ResultSet row = statement.executeQuery("select @@character_set_database, @@collation_database")) {
                row.next();
                definition += " character set " + row.getString(1) + " collate " + row.getString(2);
            }
            statement.execute(definition);
        }
    }

    @Override
    public void drop(Connection administrator, String name) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            statement.execute("drop database if exists " + name);
        }
    }

    @Override
    public String grant(@Nullable String user) {
        return "grant all on `limbeck\\_scratch\\_%`.* to " + (user == null ? "…" : user);
    }
}
