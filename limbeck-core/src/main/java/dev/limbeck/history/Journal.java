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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table that tells how far a revision got that had to commit before its end. It has a row for each revision that is
 * under way, written in the transaction with what it tells of, and is empty otherwise.
 */
public final class Journal {
    private final Dialect dialect;
    private final Name name;

    public Journal(Dialect dialect, Name name) {
        this.dialect = dialect;
        this.name = name;
    }

    /**
     * A revision under way.
     *
     * @param direction {@code upgrade} or {@code downgrade}
     * @param operations how many of its operations are done
     * @param hash over all of these
     * @param operationHashes over each of the first of these, one behind the other
     * @param position how far a backfill that follows them got; null where none has begun
     */
    public record Entry(
            String revision,
            String direction,
            int operations,
            String hash,
            String operationHashes,
            @Nullable String position) {}

    public Name name() {
        return name;
    }

    /** The statement that creates the table. */
    public String createSql() {
        return "create table " + quoted() + " (\n    revision varchar(64) not null,\n"
                + "    direction varchar(10) not null,\n    operations integer not null,\n"
                + "    hash varchar(80) not null,\n    operation_hashes text not null,\n    backfill_position text,\n"
                + "    written_at varchar(32) not null,\n    constraint "
                + dialect.quote(name.name() + "_pkc") + " primary key (revision)\n)";
    }

    /** The statement by which a person makes Limbeck forget that a revision is under way. */
    public String forgetSql(String revision) {
        return "delete from " + quoted() + " where revision = " + dialect.literal(revision);
    }

    /** Creates the table if it is not there, and says whether it was not. */
    public boolean ensure(Connection connection) throws SQLException {
        return Tables.ensure(dialect, connection, name, createSql());
    }

    /** The revisions under way; none when the table does not exist. Changes nothing. */
    public List<Entry> read(Connection connection) throws SQLException {
        if (!Tables.exists(dialect, connection, name)) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select revision, direction, operations, hash, operation_hashes,"
                                + " backfill_position from " + quoted() + " order by revision")) {
            while (rows.next()) {
                entries.add(new Entry(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getInt(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6)));
            }
        }
        return entries;
    }

    /** Puts an entry in the place of the one that its revision has. */
    public void write(Connection connection, Entry entry) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update " + quoted()
                + " set direction = ?, operations = ?, hash = ?, operation_hashes = ?, backfill_position = ?,"
                + " written_at = ? where revision = ?")) {
            fill(update, entry);
            if (update.executeUpdate() > 0) {
                return;
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into " + quoted()
                + " (direction, operations, hash, operation_hashes, backfill_position, written_at, revision)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
            fill(insert, entry);
            insert.executeUpdate();
        }
    }

    private static void fill(PreparedStatement statement, Entry entry) throws SQLException {
        statement.setString(1, entry.direction());
        statement.setInt(2, entry.operations());
        statement.setString(3, entry.hash());
        statement.setString(4, entry.operationHashes());
        statement.setString(5, entry.position());
        statement.setString(6, Instant.now().toString());
        statement.setString(7, entry.revision());
    }

    /** Forgets a revision that has ended. */
    public void remove(Connection connection, String revision) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(forgetSql(revision));
        }
    }

    private String quoted() {
        return dialect.quote(name);
    }
}
