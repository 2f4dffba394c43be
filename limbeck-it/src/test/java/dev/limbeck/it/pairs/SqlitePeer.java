// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.pairs;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.ScriptStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;

/** SQLite files in a folder. A dump is what we read of one, and the names of all that is in it. */
record SqlitePeer(Path folder) implements Peer {

    @Override
    public Place create(String name) throws IOException {
        Path file = folder.resolve(name + ".db");
        Files.deleteIfExists(file);
        String url = "jdbc:sqlite:" + file;
        Dialect dialect = Dialects.forUrl(url);
        return new Place() {
            @Override
            public String url() {
                return url;
            }

            @Override
            public String user() {
                return "";
            }

            @Override
            public String password() {
                return "";
            }

            @Override
            public void load(String sql) throws SQLException {
                try (Connection connection = DriverManager.getConnection(url);
                        Statement statement = connection.createStatement()) {
                    for (ScriptStatement part : dialect.split(sql)) {
                        statement.execute(part.sql());
                    }
                }
            }

            @Override
            public String dump() throws SQLException {
                try (Connection connection = DriverManager.getConnection(url);
                        Statement statement = connection.createStatement()) {
                    Set<String> lines = new TreeSet<>();
                    try (ResultSet rows = statement.executeQuery("select type || ' ' || name || ' ' || tbl_name"
                            + " from sqlite_master where tbl_name not like 'limbeck%' and type <> 'index'")) {
                        while (rows.next()) {
                            lines.add(rows.getString(1));
                        }
                    }
                    Reflection wanted = Reflection.everything();
                    dialect.reflect(connection, wanted).tables().values().stream()
                            .filter(table -> !table.name().name().startsWith("limbeck"))
                            .forEach(table -> lines.add(table.withColumns(table.columns().stream()
                                            .sorted((a, b) -> a.name().compareTo(b.name()))
                                            .toList())
                                    .toString()));
                    dialect.reflect(connection, wanted).code().values().forEach(code -> lines.add(code.toString()));
                    return String.join("\n", lines);
                }
            }

            @Override
            public void close() {
                file.toFile().delete();
            }
        };
    }
}
