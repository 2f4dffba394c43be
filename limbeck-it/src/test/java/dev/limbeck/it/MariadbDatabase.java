// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.EmbeddedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.condition.OS;

/** A database on the MariaDB server that all tests share. */
final class MariadbDatabase extends TestDatabase {
    private final Database server;
    private final String name;

    private MariadbDatabase(Database server, String name) {
        this.server = server;
        this.name = name;
    }

    static MariadbDatabase create() throws SQLException {
        boolean hasBinaries =
                OS.current() == OS.LINUX && System.getProperty("os.arch").equals("amd64");
        Assumptions.assumeTrue(hasBinaries, "there is a MariaDB for Linux on amd64 only");
        Database server = EmbeddedServer.find("mariadb").orElseThrow().start();
        String name = "it_" + UUID.randomUUID().toString().substring(0, 8);
        execute(
                server,
                "create user if not exists " + PostgresqlDatabase.GUARDED_USER + " identified by 'right'",
                "create database " + name);
        return new MariadbDatabase(server, name);
    }

    private static void execute(Database server, String... statements) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public Database database() {
        return server.withUrl(server.url() + name);
    }

    @Override
    public void checkInvariants() throws SQLException {
        assertThat(run("select schema_name from information_schema.schemata where schema_name like 'limbeck%'"))
                .as("scratch databases left behind")
                .isEmpty();
        assertThat(settled("select id from information_schema.processlist where db = database()"
                        + " and id <> connection_id()"))
                .as("connections left open")
                .isEmpty();
    }

    /** The rows once they have gone, or after five seconds: a closed connection ends on the server a moment later. */
    private List<String> settled(String sql) throws SQLException {
        List<String> rows = run(sql);
        for (int i = 0; i < 50 && !rows.isEmpty(); i++) {
            LockSupport.parkNanos(100_000_000);
            rows = run(sql);
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        execute(server, "drop database " + name);
    }
}
