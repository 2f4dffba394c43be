// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.pairs;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.ScriptStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A MariaDB server. A dump is what it shows of itself as create statements, but for what says nothing: the letters and
 * spaces in front of a trigger's body, the moment in which an event was made, and {@code using btree}, which is what
 * every index uses that does not say so.
 */
record MariadbPeer(Database server) implements Peer {

    @Override
    public Place create(String name) throws SQLException {
        execute(server, "drop database if exists " + name);
        execute(server, "create database " + name);
        Database database = server.withUrl(server.url().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"));
        return new Place() {
            @Override
            public String url() {
                return database.url();
            }

            @Override
            public String user() {
                return database.user();
            }

            @Override
            public String password() {
                return database.password();
            }

            @Override
            public void load(String sql) throws SQLException {
                try (Connection connection = database.connect();
                        Statement statement = connection.createStatement()) {
                    for (ScriptStatement part : database.dialect().split(sql)) {
                        statement.execute(part.sql());
                    }
                }
            }

            @Override
            public String dump() throws SQLException {
                try (Connection connection = database.connect();
                        Statement statement = connection.createStatement()) {
                    return MariadbPeer.dump(statement).replace("`" + name + "`.", "");
                }
            }

            @Override
            public void close() throws SQLException {
                execute(server, "drop database " + name);
            }
        };
    }

    private static String dump(Statement statement) throws SQLException {
        List<String> shows = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("select concat('show create ', case table_type when 'VIEW' then 'view'"
                        + " when 'SEQUENCE' then 'sequence' else 'table' end, ' `', replace(table_name, '`', '``'), '`')"
                        + " from information_schema.tables where table_schema = database() and table_name not like 'limbeck%'"
                        + " union all select concat('show create ', routine_type, ' `', routine_name, '`')"
                        + " from information_schema.routines where routine_schema = database()"
                        + " union all select concat('show create event `', event_name, '`') from information_schema.events"
                        + " where event_schema = database()")) {
            while (rows.next()) {
                shows.add(rows.getString(1));
            }
        }
        Set<String> lines = new TreeSet<>();
        try (ResultSet rows = statement.executeQuery("select concat_ws(' ', 'trigger', trigger_name, action_timing,"
                + " event_manipulation, event_object_table, action_order, definer, action_statement)"
                + " from information_schema.triggers where trigger_schema = database()")) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        for (String show : shows) {
            try (ResultSet row = statement.executeQuery(show)) {
                row.next();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    String label = row.getMetaData().getColumnLabel(column);
                    if ((label.startsWith("Create") && !label.equals("Created")) || label.startsWith("SQL Original")) {
                        lines.add(show + "\n" + normalised(row.getString(column)));
                    }
                }
            }
        }
        return String.join("\n", lines);
    }

    /** The columns of a table in any order, without the next value of its identity. */
    private static String normalised(String create) {
        if (create.contains(" EVENT ")) {
            return create.replaceFirst(" STARTS '" + LocalDate.now(ZoneId.systemDefault()) + " [\\d:]+'", "");
        }
        if (!create.startsWith("CREATE TABLE")) {
            return create;
        }
        return create.lines()
                .map(line -> line.replaceFirst(",$", "")
                        .replaceFirst(" AUTO_INCREMENT=\\d+", "")
                        .replace(" USING BTREE", ""))
                .sorted()
                .reduce("", (all, line) -> all + line + "\n");
    }

    private static void execute(Database server, String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
