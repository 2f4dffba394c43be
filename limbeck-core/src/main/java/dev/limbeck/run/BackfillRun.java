// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Assignment;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Updates a table in batches of neighbouring keys, each committed with the key that it ended at. A batch is cut from all
 * rows, not from those that are left to do, so that its cost does not grow towards the end.
 */
final class BackfillRun {
    private final Session session;
    private final Operation.Backfill backfill;
    private final Current current;
    private final Batches batches;
    private List<String> key;

    /** How batches are committed. */
    interface Batches {
        /** Commits the batch, and the record that the backfill got this far. */
        void commit(String position) throws SQLException;
    }

    BackfillRun(Session session, Operation.Backfill backfill, Current current, Batches batches) {
        this.session = session;
        this.backfill = backfill;
        this.current = current;
        this.batches = batches;
        this.key = backfill.key();
    }

    /**
     * Finds the key to go by.
     *
     * @throws MigrationException if there is none, or a column is not there
     */
    void prepare() throws SQLException {
        Optional<Table> table = current.schema().table(backfill.table());
        if (key.isEmpty()) {
            key = table.flatMap(Table::primaryKey)
                    .orElseThrow(() -> refused(
                            table.isEmpty()
                                    ? "there is no such table among those that Limbeck looks at"
                                    : "it has no primary key to cut it by",
                            "Name columns that are never null, and best have an index, with key(…)."))
                    .columns();
        }
        if (table.isPresent()) {
            requireColumns(table.get());
        }
        for (Assignment assignment : backfill.assignments()) {
            if (key.contains(assignment.column())) {
                throw refused(
                        "it sets \"" + assignment.column() + "\", by which it is cut into batches",
                        "A key that changes on the way would be met twice or never; name another one with key(…), or use"
                                + " op.execute.");
            }
        }
    }

    private void requireColumns(Table table) throws SQLException {
        List<String> named = new ArrayList<>(key);
        backfill.assignments().forEach(assignment -> named.add(assignment.column()));
        for (String name : named) {
            if (table.column(name).isEmpty()) {
                throw refused(
                        "it has no column \"" + name + "\"",
                        "Its columns are "
                                + table.columns().stream().map(Column::name).collect(Collectors.joining(", ")) + ".");
            }
        }
        List<String> nullable = key.stream()
                .filter(name -> table.column(name).orElseThrow().nullable())
                .toList();
        if (!nullable.isEmpty()
                && firstRow("select 1 from " + table() + " where " + isNull(nullable) + " limit 1", 1)
                        .isPresent()) {
            throw refused(
                    "its key (" + String.join(", ", key) + ") is null in some rows, which no batch would meet",
                    "Name other columns with key(…).");
        }
    }

    private String isNull(List<String> columns) {
        return columns.stream().map(name -> dialect().quote(name) + " is null").collect(Collectors.joining(" or "));
    }

    /** Runs all batches behind a position, or from the start; the last one is not committed. */
    void run(@Nullable String position) throws SQLException {
        BackfillPosition at = position == null ? BackfillPosition.start(way()) : behind(position);
        OptionalLong total = dialect().estimatedRows(connection(), backfill.table());
        Optional<List<Object>> end = end(at);
        while (end.isPresent()) {
            at = at.behind(end.get(), backfill.batch(), update(at, end.get()));
            batches.commit(at.toString());
            tell(at, total, false);
            pause();
            session.begin();
            end = end(at);
        }
        long rest = at.key().isEmpty() ? count("") : count(" where " + behind(at.key()));
        at = at.behind(at.key(), rest, update(at, null));
        tell(at, total, true);
    }

    private String way() {
        return backfill.table() + " (" + String.join(", ", key) + ")";
    }

    /** Where an earlier run got to, if it went the same way. */
    private BackfillPosition behind(String position) {
        BackfillPosition earlier = BackfillPosition.parse(position);
        if (!earlier.way().equals(way())) {
            throw new MigrationException(
                    ErrorCode.RESUME_REFUSED,
                    "an earlier run was interrupted in a backfill by " + earlier.way() + ", which is one by " + way()
                            + " now. Make it what it was and run the command again; it goes on behind its last batch.");
        }
        return earlier;
    }

    /** The key at which the next batch ends; none where fewer rows than a batch has are left. */
    private Optional<List<Object>> end(BackfillPosition at) throws SQLException {
        String columns = key.stream().map(dialect()::quote).collect(Collectors.joining(", "));
        return firstRow(
                "select " + columns + " from " + table() + (at.key().isEmpty() ? "" : " where " + behind(at.key()))
                        + " order by " + columns + " limit 1 offset " + (backfill.batch() - 1),
                key.size());
    }

    private long update(BackfillPosition at, @Nullable List<Object> end) throws SQLException {
        List<String> conditions = new ArrayList<>();
        if (!at.key().isEmpty()) {
            conditions.add(behind(at.key()));
        }
        if (end != null) {
            conditions.add(KeyRange.upTo(dialect(), key, end));
        }
        if (backfill.condition() != null) {
            conditions.add("(" + backfill.condition() + ")");
        }
        String sql = "update " + table() + " set "
                + backfill.assignments().stream()
                        .map(assignment -> dialect().quote(assignment.column()) + " = " + assignment.expression())
                        .collect(Collectors.joining(", "))
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
        try (Statement statement = connection().createStatement()) {
            statement.setEscapeProcessing(false);
            return statement.executeLargeUpdate(sql);
        }
    }

    private String behind(List<Object> values) {
        return KeyRange.behind(dialect(), key, values);
    }

    private long count(String where) throws SQLException {
        try (Statement statement = connection().createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table() + where)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Optional<List<Object>> firstRow(String sql, int columns) throws SQLException {
        try (Statement statement = connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                return Optional.empty();
            }
            List<Object> values = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                values.add(BackfillPosition.value(rows, i)
                        .orElseThrow(() -> refused(
                                "its key (" + String.join(", ", key) + ") is of a type that cannot be compared exactly",
                                "Name whole numbers, texts, UUIDs or dates with key(…).")));
            }
            return Optional.of(List.copyOf(values));
        }
    }

    private void tell(BackfillPosition at, OptionalLong total, boolean last) {
        session.listener()
                .on(new Event.BackfillProgress(
                        backfill.table().toString(),
                        at.passed(),
                        at.changed(),
                        total.isPresent() ? total.getAsLong() : null,
                        at.key().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        last));
    }

    private void pause() {
        try {
            Thread.sleep(backfill.pause().toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MigrationException(
                    ErrorCode.DATABASE_FAILED,
                    "The backfill of table " + backfill.table() + " was interrupted between two batches.",
                    interrupted);
        }
    }

    private MigrationException refused(String why, String remedy) {
        return new MigrationException(
                ErrorCode.UNSUPPORTED_CHANGE,
                "table " + backfill.table() + " cannot be filled in batches: " + why + ". " + remedy);
    }

    private String table() {
        return dialect().quote(backfill.table());
    }

    private Dialect dialect() {
        return session.dialect();
    }

    private Connection connection() {
        return session.connection();
    }
}
