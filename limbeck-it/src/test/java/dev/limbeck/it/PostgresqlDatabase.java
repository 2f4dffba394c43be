// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** A database on the PostgreSQL server that all tests share. */
final class PostgresqlDatabase extends TestDatabase {

    /** A login that the server asks for its password, unlike every other. */
    static final String GUARDED_USER = "guarded";

    private final Database server;
    private final String name;

    private PostgresqlDatabase(Database server, String name) {
        this.server = server;
        this.name = name;
    }

    static PostgresqlDatabase create() throws SQLException {
        Database server = EmbeddedServer.find("postgresql").orElseThrow().start();
        guard(server);
        String name = "it_" + UUID.randomUUID().toString().substring(0, 8);
        execute(server, "create database " + name);
        return new PostgresqlDatabase(server, name);
    }

    /** The embedded server trusts everyone; one user it must not, for a wrong password to be one. */
    private static void guard(Database server) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            if (single(statement, "select count(*) from pg_roles where rolname = '" + GUARDED_USER + "'")
                    .equals("0")) {
                statement.execute("create role " + GUARDED_USER + " login password 'right'");
                Path rules = Path.of(single(statement, "show hba_file"));
                Files.writeString(rules, "host all " + GUARDED_USER + " all scram-sha-256\n" + Files.readString(rules));
                statement.execute("select pg_reload_conf()");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String single(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(Database server, String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public Database database() {
        return server.withUrl(server.url().replaceFirst("/[^/]*$", "/" + name));
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
    public void checkInvariants() throws SQLException {
        assertThat(run("select datname from pg_database where datname like 'limbeck%'"))
                .as("scratch databases left behind")
                .isEmpty();
        assertThat(run("select locktype from pg_locks where locktype = 'advisory'"))
                .as("locks left behind")
                .isEmpty();
        assertThat(settled("select query from pg_stat_activity where datname = '" + name
                        + "' and pid <> pg_backend_pid()"))
                .as("connections left open")
                .isEmpty();
    }

    @Override
    public void close() throws SQLException {
        execute(server, "drop database " + name + " with (force)");
    }
}
