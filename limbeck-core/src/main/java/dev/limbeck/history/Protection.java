// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.history;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.schema.Name;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The table by which a database says of itself that it must not lose anything: it has a row, or none. */
public final class Protection {
    private final Dialect dialect;
    private final Name name;

    public Protection(Dialect dialect, Name name) {
        this.dialect = dialect;
        this.name = name;
    }

    /** Who protected the database, and when, in ISO 8601. */
    public record Mark(String by, String since) {}

    /** The mark; empty where there is none. Changes nothing. */
    public Optional<Mark> read(Connection connection) throws SQLException {
        if (!Tables.exists(dialect, connection, name)) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select protected_by, protected_since from " + dialect.quote(name))) {
            return row.next() ? Optional.of(new Mark(row.getString(1), row.getString(2))) : Optional.empty();
        }
    }

    /** Sets the mark, if it is not there already. */
    public void set(Connection connection) throws SQLException {
        Tables.ensure(
                dialect,
                connection,
                name,
                "create table " + dialect.quote(name)
                        + " (\n    id integer not null,\n    protected_by varchar(255) not null,\n"
                        + "    protected_since varchar(32) not null,\n    constraint "
                        + dialect.quote(name.name() + "_pkc") + " primary key (id)\n)");
        if (read(connection).isEmpty()) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into " + dialect.quote(name) + " (id, protected_by, protected_since) values (1, ?, ?)")) {
                insert.setString(1, System.getProperty("user.name", ""));
                insert.setString(
                        2, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
                insert.executeUpdate();
            }
        }
    }

    /** Takes the mark off. */
    public void remove(Connection connection) throws SQLException {
        if (Tables.exists(dialect, connection, name)) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("delete from " + dialect.quote(name));
            }
        }
    }
}
