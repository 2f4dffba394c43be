// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.history;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.history.Tables.Column;
import dev.limbeck.schema.Name;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The table that tells how far a revision got that had to commit before its end. It has a row for each revision that is
 * under way, written in the transaction with what it tells of, and is empty otherwise.
 */
public final class Journal {
    private static final String COLUMNS =
            "direction, operations, hash, operation_hashes, backfill_position, statements,"
                    + " run_id, run_by, run_from, written_at";

    private final Dialect dialect;
    private final Name name;
    private final Origin origin;

    /** The journal as one run of Limbeck writes it. */
    public Journal(Dialect dialect, Name name, Origin origin) {
        this.dialect = dialect;
        this.name = name;
        this.origin = origin;
    }

    /**
     * A revision under way.
     *
     * @param direction {@code upgrade} or {@code downgrade}
     * @param operations how many of its operations are done
     * @param hash over all of these
     * @param operationHashes over each of the first of these, one behind the other
     * @param position how far a backfill that follows them got; null where none has begun
     * @param statements how far the operation that follows them got; null where none has begun
     */
    public record Entry(
            String revision,
            String direction,
            int operations,
            String hash,
            String operationHashes,
            @Nullable String position,
            @Nullable Statements statements) {

        /** One that is about to begin. */
        public static Entry begun(String revision, String direction) {
            return new Entry(revision, direction, 0, "", "", null, null);
        }

        /** Whether something of it may be there for good. */
        public boolean hasProgress() {
            return operations > 0 || position != null || statements != null;
        }

        /** The same with what is known of the operation that follows those that are done. */
        public Entry withStatements(@Nullable Statements newStatements) {
            return new Entry(revision, direction, operations, hash, operationHashes, position, newStatements);
        }
    }

    /**
     * An entry as it was written.
     *
     * @param writtenAt ISO 8601, UTC
     */
    public record Written(Entry entry, Origin origin, String writtenAt) {}

    /**
     * An operation under way whose statements commit one by one.
     *
     * @param operationHash over the operation
     * @param all its statements, in order
     * @param done how many of them ended well
     * @param before what the statement behind these found, as a fingerprint, if it has begun; null if it has not
     */
    public record Statements(
            String operationHash,
            List<JournalledStatement> all,
            int done,
            @Nullable String before) {
        public Statements {
            all = List.copyOf(all);
        }

        /** The one that has begun, of which nobody knows whether it ended. */
        public JournalledStatement unfinished() {
            return all.get(done);
        }

        /** Whether one has begun of which nobody knows whether it ended. */
        public boolean hasUnfinished() {
            return before != null;
        }

        /** The same after the next statement has ended well. */
        public Statements withOneMoreDone() {
            return new Statements(operationHash, all, done + 1, null);
        }

        /** The same with the next statement not begun. */
        public Statements withNoneBegun() {
            return new Statements(operationHash, all, done, null);
        }

        /** The same when the next statement is about to begin. */
        public Statements begun(String found) {
            return new Statements(operationHash, all, done, found);
        }

        private String json() {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("operation", operationHash);
            map.put("done", done);
            map.put("before", before);
            map.put(
                    "statements",
                    all.stream()
                            .map(statement -> List.of(statement.sql(), statement.transactional()))
                            .toList());
            return Json.write(map);
        }

        private static Statements of(String json) {
            Map<?, ?> map = (Map<?, ?>) Objects.requireNonNull(Json.read(json));
            List<JournalledStatement> all = ((List<?>) Objects.requireNonNull(map.get("statements")))
                    .stream()
                            .map(statement -> new JournalledStatement(
                                    (String) ((List<?>) statement).get(0), (Boolean) ((List<?>) statement).get(1)))
                            .toList();
            return new Statements(
                    (String) Objects.requireNonNull(map.get("operation")),
                    all,
                    ((BigDecimal) Objects.requireNonNull(map.get("done"))).intValueExact(),
                    (String) map.get("before"));
        }
    }

    /** A statement as it was to run. */
    public record JournalledStatement(String sql, boolean transactional) {}

    public Name name() {
        return name;
    }

    private List<Column> columns() {
        return List.of(
                Column.of("revision", "varchar(64)"),
                Column.of("direction", "varchar(10)"),
                Column.of("operations", "integer"),
                Column.of("hash", "varchar(80)"),
                Column.of("operation_hashes", "text"),
                Column.optional("backfill_position", "text"),
                Column.added("statements", dialect.longText()),
                Column.added("run_id", "varchar(36)"),
                Column.added("run_by", "varchar(255)"),
                Column.added("run_from", "varchar(255)"),
                Column.of("written_at", "varchar(32)"));
    }

    /** The statement that creates the table. */
    public String createSql() {
        return Tables.createSql(dialect, name, columns(), "revision");
    }

    /** Creates the table if it is not there, and says whether it was not. */
    public boolean ensure(Connection connection) throws SQLException {
        return Tables.ensure(dialect, connection, name, columns(), "revision");
    }

    /** The revisions under way; none when the table does not exist. Changes nothing. */
    public List<Written> read(Connection connection) throws SQLException {
        if (!Tables.exists(dialect, connection, name)) {
            return List.of();
        }
        boolean old = !Tables.columns(dialect, connection, name).contains("run_from");
        List<Written> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select revision, direction, operations, hash, operation_hashes,"
                                + " backfill_position, written_at, "
                                + (old ? "null, null, null, null" : "statements, run_id, run_by, run_from") + " from "
                                + quoted() + " order by revision")) {
            while (rows.next()) {
                String statements = rows.getString(8);
                Entry entry = new Entry(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getInt(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6),
                        statements == null ? null : Statements.of(statements));
                Origin whose = new Origin(
                        Texts.orEmpty(rows.getString(9)),
                        Texts.orEmpty(rows.getString(10)),
                        Texts.orEmpty(rows.getString(11)));
                entries.add(new Written(entry, whose, rows.getString(7)));
            }
        }
        return entries;
    }

    /** The revisions of which something is there for good; none when the table does not exist. Changes nothing. */
    public List<Entry> readInterrupted(Connection connection) throws SQLException {
        return read(connection).stream()
                .map(Written::entry)
                .filter(Entry::hasProgress)
                .toList();
    }

    /** Puts an entry in the place of the one that its revision has. */
    public void write(Connection connection, Entry entry) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update " + quoted() + " set " + COLUMNS.replace(",", " = ?,") + " = ? where revision = ?")) {
            fill(update, entry);
            if (update.executeUpdate() > 0) {
                return;
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + quoted() + " (" + COLUMNS + ", revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            fill(insert, entry);
            insert.executeUpdate();
        }
    }

    private void fill(PreparedStatement statement, Entry entry) throws SQLException {
        Statements statements = entry.statements();
        statement.setString(1, entry.direction());
        statement.setInt(2, entry.operations());
        statement.setString(3, entry.hash());
        statement.setString(4, entry.operationHashes());
        statement.setString(5, entry.position());
        statement.setString(6, statements == null ? null : statements.json());
        statement.setString(7, origin.run());
        statement.setString(8, origin.by());
        statement.setString(9, origin.from());
        statement.setString(10, Instant.now().toString());
        statement.setString(11, entry.revision());
    }

    /** Whether the entry of a revision is of this run; another run that came to the lock may have written it anew. */
    public boolean isOwn(Connection connection, String revision) throws SQLException {
        return read(connection).stream()
                .anyMatch(written -> written.entry().revision().equals(revision)
                        && written.origin().equals(origin));
    }

    /** Forgets a revision that has ended. */
    public void remove(Connection connection, String revision) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from " + quoted() + " where revision = " + dialect.literal(revision));
        }
    }

    private String quoted() {
        return dialect.quote(name);
    }
}
