// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.history;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.schema.Name;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** The table that tells what ran: rows are added and never changed. */
public final class RunLog {
    private final Dialect dialect;
    private final Name name;

    public RunLog(Dialect dialect, Name name) {
        this.dialect = dialect;
        this.name = name;
    }

    /**
     * One run of one revision.
     *
     * @param direction {@code upgrade}, {@code downgrade} or {@code stamp}
     * @param checksum of the text that ran; empty for a stamp
     * @param outcome {@code done} or {@code failed}
     * @param startedAt ISO 8601, UTC
     * @param statements how many statements had ended well
     * @param message what the database said; empty when it ended well
     */
    public record Entry(
            String revision,
            String direction,
            String checksum,
            String outcome,
            String startedAt,
            long milliseconds,
            int statements,
            String message) {}

    public Name name() {
        return name;
    }

    /** The statement that creates the table. */
    public String createSql() {
        return "create table " + dialect.quote(name)
                + " (\n    id varchar(36) not null,\n    revision varchar(64) not null,\n"
                + "    direction varchar(10) not null,\n    checksum varchar(80) not null,\n"
                + "    outcome varchar(10) not null,\n    run_by varchar(255) not null,\n"
                + "    run_from varchar(255) not null,\n    started_at varchar(32) not null,\n"
                + "    milliseconds bigint not null,\n    statements integer not null,\n"
                + "    message varchar(4000) not null,\n    constraint "
                + dialect.quote(name.name() + "_pkc") + " primary key (id)\n)";
    }

    /** Creates the table if it is not there, and says whether it was not. */
    public boolean ensure(Connection connection) throws SQLException {
        return Tables.ensure(dialect, connection, name, createSql());
    }

    public void append(Connection connection, Entry entry) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into " + dialect.quote(name)
                + " (id, revision, direction, checksum, outcome, run_by, run_from, started_at, milliseconds,"
                + " statements, message) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, entry.revision());
            insert.setString(3, entry.direction());
            insert.setString(4, entry.checksum());
            insert.setString(5, entry.outcome());
            insert.setString(6, cut(System.getProperty("user.name", ""), 255));
            insert.setString(7, cut(host(), 255));
            insert.setString(8, entry.startedAt());
            insert.setLong(9, entry.milliseconds());
            insert.setInt(10, entry.statements());
            insert.setString(11, cut(entry.message(), 4000));
            insert.executeUpdate();
        }
    }

    /** The machine's name as its environment gives it; asking the network could hang. */
    private static String host() {
        String name = System.getenv("HOSTNAME");
        return (name == null ? "" : name) + "#" + ProcessHandle.current().pid();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
