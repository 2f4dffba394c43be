// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.dialect.RunLock;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.history.Journal;
import dev.limbeck.history.RunLog;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.Plan;
import dev.limbeck.revision.Planner;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.revision.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Takes a person's word for what became of a revision that an earlier run did not bring to its end. */
public final class Resolve {
    private final Workspace workspace;

    public Resolve(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What a person says. */
    public enum Word {
        /** All of the revision is done. */
        APPLIED("all of it is done"),
        /** Nothing of it is there any more. */
        ROLLED_BACK("nothing of it is there any more"),
        /** The statement that had begun took effect. */
        SKIP("the statement that had begun took effect"),
        /** The statement that had begun took no effect. */
        RETRY("the statement that had begun took no effect");

        private final String meaning;

        Word(String meaning) {
            this.meaning = meaning;
        }
    }

    /**
     * What was done about it.
     *
     * @param to the heads of the database now
     */
    public record Result(String revision, String direction, Word word, List<String> to) {}

    /**
     * Takes the word for the revision of that id, or of the one that begins so.
     *
     * @throws MigrationException with code NOTHING_TO_RESOLVE if there is nothing that could be meant
     */
    public Result run(String revision, Word word) {
        workspace.graph();
        try (Connection connection = workspace.connectToChange();
                RunLock lock = workspace.lock()) {
            return run(connection, lock, revision, word);
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }

    private Result run(Connection connection, RunLock lock, String revision, Word word) throws SQLException {
        Journal.Entry entry = find(connection, revision);
        workspace.log().ensure(connection);
        workspace.journal().ensure(connection);
        List<String> rows = workspace.versions().read(connection);
        workspace.dialect().begin(connection);
        List<String> to = rows;
        switch (word) {
            case APPLIED -> to = applied(connection, entry, rows);
            case ROLLED_BACK -> workspace.journal().remove(connection, entry.revision());
            case SKIP ->
                workspace
                        .journal()
                        .write(
                                connection,
                                entry.withStatements(unfinished(entry).withOneMoreDone()));
            case RETRY ->
                workspace
                        .journal()
                        .write(
                                connection,
                                entry.withStatements(unfinished(entry).withNoneBegun()));
        }
        workspace
                .log()
                .append(
                        connection,
                        new RunLog.Entry(
                                entry.revision(),
                                "resolve",
                                RunLog.DONE,
                                Instant.now(),
                                0,
                                0,
                                "the " + entry.direction() + ": " + word.meaning,
                                null));
        lock.check();
        connection.commit();
        connection.setAutoCommit(true);
        return new Result(entry.revision(), entry.direction(), word, to);
    }

    private Journal.Entry find(Connection connection, String revision) throws SQLException {
        List<Journal.Entry> all = workspace.journal().read(connection).stream()
                .map(Journal.Written::entry)
                .toList();
        List<Journal.Entry> meant = all.stream()
                .filter(entry -> entry.revision().startsWith(revision))
                .toList();
        if (meant.size() != 1) {
            throw new MigrationException(
                    ErrorCode.NOTHING_TO_RESOLVE,
                    (meant.isEmpty()
                                    ? "No revision " + revision + " is under way"
                                    : "Several revisions that begin with " + revision + " are under way")
                            + " in the database at " + workspace.database() + ". "
                            + (all.isEmpty()
                                    ? "None is; to say where the database stands there is limbeck stamp."
                                    : "Under way: "
                                            + all.stream()
                                                    .map(entry ->
                                                            "the " + entry.direction() + " of " + entry.revision())
                                                    .collect(Collectors.joining(", "))
                                            + "."));
        }
        return meant.get(0);
    }

    private static Journal.Statements unfinished(Journal.Entry entry) {
        Journal.Statements statements = entry.statements();
        if (statements == null || !statements.hasUnfinished()) {
            throw new MigrationException(
                    ErrorCode.NOTHING_TO_RESOLVE,
                    "The " + entry.direction() + " of " + entry.revision()
                            + " did not end within a statement: all that it began is known to be done. Run limbeck "
                            + entry.direction() + " again, or say --applied or --rolled-back.");
        }
        return statements;
    }

    /** Sets the version table as the end of the revision would have. */
    private List<String> applied(Connection connection, Journal.Entry entry, List<String> rows) throws SQLException {
        RevisionNode node = workspace
                .graph()
                .find(entry.revision())
                .orElseThrow(() -> new MigrationException(
                        ErrorCode.REVISION_NOT_FOUND,
                        "Can't locate revision identified by '" + entry.revision()
                                + "': it is under way in the database, and no file has it. Get its file first."));
        Direction direction = entry.direction().equals("upgrade") ? Direction.UPGRADE : Direction.DOWNGRADE;
        Plan plan = Planner.of(workspace.graph(), rows)
                .next(node, direction)
                .orElseThrow(() -> new MigrationException(
                        ErrorCode.NOTHING_TO_RESOLVE,
                        "The database does not stand right before the " + entry.direction() + " of " + node.id()
                                + ": it is at " + (rows.isEmpty() ? "base" : String.join(", ", rows))
                                + ". Say where it stands with limbeck stamp."));
        for (Step step : plan.steps()) {
            workspace.versions().apply(connection, step.change());
        }
        workspace.journal().remove(connection, entry.revision());
        return plan.rowsAfter();
    }
}
