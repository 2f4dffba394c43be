// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.history;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.history.Tables.Column;
import dev.limbeck.schema.Name;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table that tells what ran: rows are added and never changed. A run of a revision that ended well or left a word has
 * one row, committed with it; one that died has a row that the next run adds, from what the journal knows of it.
 */
public final class RunLog {
    /** How a run ended that ended well. */
    public static final String DONE = "done";

    /** How one ended that told why. */
    public static final String FAILED = "failed";

    /** How one ended that did not come to tell: killed, or cut off. */
    public static final String DIED = "died";

    private static final int LONGEST_MESSAGE = 4000;

    /** So that the texts sort as the times do. */
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Dialect dialect;
    private final Name name;
    private final Origin origin;
    private long lastNumber;

    /** The log as one run of Limbeck writes it. */
    public RunLog(Dialect dialect, Name name, Origin origin) {
        this.dialect = dialect;
        this.name = name;
        this.origin = origin;
    }

    /**
     * What is to be told of one run of one revision.
     *
     * @param direction {@code upgrade}, {@code downgrade}, {@code stamp} or {@code resolve}
     * @param outcome {@link #DONE}, {@link #FAILED} or {@link #DIED}
     * @param statements how many statements had ended well
     * @param message what the database said; empty when it ended well
     * @param applied what ran; null where nothing did
     */
    public record Entry(
            String revision,
            String direction,
            String outcome,
            Instant startedAt,
            long milliseconds,
            int statements,
            String message,
            @Nullable Applied applied) {}

    /**
     * What ran.
     *
     * @param checksum of the text, with its algorithm in front
     * @param file where the text stood
     * @param source the text; null where it is not to be kept, since only a revision that is there now may have to go
     * @param downgrade the way back; null likewise
     */
    public record Applied(
            String checksum,
            String file,
            @Nullable String source,
            @Nullable RecordedDowngrade downgrade) {}

    /**
     * A row of the table.
     *
     * @param id names it, and its texts
     * @param origin whose doing it was
     * @param databaseUser empty where nobody asked
     * @param hasSource whether the text that ran is kept
     */
    public record Row(
            String id,
            Origin origin,
            String revision,
            String direction,
            String checksum,
            String outcome,
            String databaseUser,
            Instant startedAt,
            long milliseconds,
            int statements,
            String message,
            String file,
            boolean hasSource) {

        /** When it began, to the second, for people. */
        public Instant second() {
            return startedAt.truncatedTo(ChronoUnit.SECONDS);
        }

        /** Whether it changed where the database is. */
        public boolean isDone() {
            return outcome.equals(DONE);
        }
    }

    /** What is kept of what ran: its text, and the way back. */
    public record Kept(String source, @Nullable RecordedDowngrade downgrade) {}

    public Name name() {
        return name;
    }

    private List<Column> columns() {
        return List.of(
                Column.of("id", "varchar(36)"),
                Column.added("seq", "bigint"),
                Column.added("run_id", "varchar(36)"),
                Column.of("revision", "varchar(64)"),
                Column.of("direction", "varchar(10)"),
                Column.of("checksum", "varchar(80)"),
                Column.of("outcome", "varchar(10)"),
                Column.of("run_by", "varchar(255)"),
                Column.of("run_from", "varchar(255)"),
                Column.added("database_user", "varchar(255)"),
                Column.of("started_at", "varchar(32)"),
                Column.of("milliseconds", "bigint"),
                Column.of("statements", "integer"),
                Column.of("message", "varchar(" + LONGEST_MESSAGE + ")"),
                Column.added("source_file", "varchar(" + LONGEST_MESSAGE + ")"),
                Column.added("source_text", dialect.longText()),
                Column.added("downgrade_steps", dialect.longText()));
    }

    /** The statement that creates the table. */
    public String createSql() {
        return Tables.createSql(dialect, name, columns(), "id");
    }

    /** Creates the table if it is not there, and says whether it was not. */
    public boolean ensure(Connection connection) throws SQLException {
        return Tables.ensure(dialect, connection, name, columns(), "id");
    }

    /** Adds a row of this run; runs under the lock, which keeps the numbers of rows apart. */
    public void append(Connection connection, Entry entry) throws SQLException {
        append(connection, entry, origin);
    }

    /** Adds a row of another run, which did not come to it. */
    public void append(Connection connection, Entry entry, Origin whose) throws SQLException {
        long next = next(connection);
        Applied applied = entry.applied();
        try (PreparedStatement insert = connection.prepareStatement("insert into " + quoted()
                + " (id, seq, run_id, revision, direction, checksum, outcome, run_by, run_from, database_user,"
                + " started_at, milliseconds, statements, message, source_file, source_text, downgrade_steps)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setLong(2, next);
            insert.setString(3, whose.run());
            insert.setString(4, entry.revision());
            insert.setString(5, entry.direction());
            insert.setString(6, applied == null ? "" : applied.checksum());
            insert.setString(7, entry.outcome());
            insert.setString(8, whose.by());
            insert.setString(9, whose.from());
            insert.setString(10, Texts.cut(user(connection), 255));
            insert.setString(11, MICROSECONDS.format(entry.startedAt()));
            insert.setLong(12, entry.milliseconds());
            insert.setInt(13, entry.statements());
            insert.setString(14, Texts.cut(Texts.storable(entry.message()), LONGEST_MESSAGE));
            insert.setString(15, applied == null ? "" : Texts.cut(Texts.storable(applied.file()), LONGEST_MESSAGE));
            insert.setString(16, applied == null || applied.source() == null ? null : Texts.storable(applied.source()));
            insert.setString(
                    17,
                    applied == null || applied.downgrade() == null
                            ? null
                            : applied.downgrade().json());
            insert.executeUpdate();
        }
    }

    /** All rows, oldest first; none when the table does not exist. Changes nothing. */
    public List<Row> read(Connection connection) throws SQLException {
        if (!Tables.exists(dialect, connection, name)) {
            return List.of();
        }
        boolean old = !Tables.columns(dialect, connection, name).contains("downgrade_steps");
        String newer = old
                ? "0, null, null, null, 0"
                : "coalesce(seq, 0), run_id, database_user, source_file, case when source_text is null then 0 else 1 end";
        List<Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select id, revision, direction, checksum, outcome, run_by,"
                        + " run_from, started_at, milliseconds, statements, message, " + newer + " from " + quoted()
                        + " order by 12, started_at, id")) {
            while (result.next()) {
                rows.add(new Row(
                        result.getString(1),
                        new Origin(Texts.orEmpty(result.getString(13)), result.getString(6), result.getString(7)),
                        result.getString(2),
                        result.getString(3),
                        result.getString(4),
                        result.getString(5),
                        Texts.orEmpty(result.getString(14)),
                        Instant.parse(result.getString(8)),
                        result.getLong(9),
                        result.getInt(10),
                        result.getString(11),
                        Texts.orEmpty(result.getString(15)),
                        result.getInt(16) == 1));
            }
        }
        return rows;
    }

    /** Of each revision whose upgrade ended well and was not undone since, the row of that. */
    public Map<String, Row> applied(Connection connection) throws SQLException {
        Map<String, Row> applied = new LinkedHashMap<>();
        Set<String> moves = Set.of("upgrade", "downgrade");
        for (Row row : read(connection)) {
            if (row.isDone() && moves.contains(row.direction())) {
                applied.put(row.revision(), row);
            }
        }
        applied.values().removeIf(row -> !row.direction().equals("upgrade"));
        return applied;
    }

    /** The texts of a row; empty where none are kept. */
    public Optional<Kept> kept(Connection connection, Row row) throws SQLException {
        if (!row.hasSource()) {
            return Optional.empty();
        }
        try (PreparedStatement query =
                connection.prepareStatement("select source_text, downgrade_steps from " + quoted() + " where id = ?")) {
            query.setString(1, row.id());
            try (ResultSet result = query.executeQuery()) {
                if (!result.next()) {
                    return Optional.empty();
                }
                String downgrade = result.getString(2);
                return Optional.of(
                        new Kept(result.getString(1), downgrade == null ? null : RecordedDowngrade.of(downgrade)));
            }
        }
    }

    /** Asks the table once only, which grows; the lock keeps others from adding rows. */
    private long next(Connection connection) throws SQLException {
        if (lastNumber > 0) {
            return ++lastNumber;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(seq), 0) + 1 from " + quoted())) {
            row.next();
            lastNumber = row.getLong(1);
            return lastNumber;
        }
    }

    private String quoted() {
        return dialect.quote(name);
    }

    private static String user(Connection connection) throws SQLException {
        return Texts.orEmpty(connection.getMetaData().getUserName());
    }
}
