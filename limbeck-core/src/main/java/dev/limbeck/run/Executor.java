// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Feature;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.history.RunLog;
import dev.limbeck.history.VersionTable;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.Step;
import dev.limbeck.script.LoadedRevision;
import dev.limbeck.script.LocatedOperation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Runs the steps of a plan on a database, each revision in a transaction of its own together with its change of the
 * version table, so that a revision and the record of it are there together or not at all.
 */
public final class Executor {
    private final Dialect dialect;
    private final Connection connection;
    private final VersionTable versions;
    private final RunLog log;
    private final Listener listener;
    private final Reflection reflection;

    /** Runs on a prepared connection in auto-commit mode. */
    public Executor(
            Dialect dialect,
            Connection connection,
            VersionTable versions,
            RunLog log,
            Reflection reflection,
            Listener listener) {
        this.dialect = dialect;
        this.connection = connection;
        this.versions = versions;
        this.log = log;
        this.reflection = reflection;
        this.listener = listener;
    }

    /** Creates Limbeck's own tables where they are missing. */
    public void ensureTables() {
        try {
            versions.ensure(connection);
            log.ensure(connection);
        } catch (SQLException failure) {
            throw new MigrationException(
                    ErrorCode.DATABASE_FAILED,
                    "Cannot create the tables " + versions.name() + " and " + log.name() + ": " + failure.getMessage()
                            + "\nGive the user the right to create tables, or create them beforehand.",
                    failure);
        }
    }

    /**
     * Runs one step.
     *
     * @throws MigrationException if it fails; what the database could roll back is rolled back then
     */
    public void run(Step step, LoadedRevision revision) {
        boolean up = step.direction() == Direction.UPGRADE;
        String id = revision.script().node().id();
        String what = title(step);
        List<LocatedOperation> operations = up ? revision.upgrade() : revision.downgrade();
        listener.on(Event.RevisionStarted.of(step));
        OperationRunner runner = new OperationRunner(dialect, connection, reflection, listener);
        Instant start = Instant.now();
        try {
            dialect.begin(connection);
            for (LocatedOperation operation : operations) {
                runner.run(operation, what);
            }
            versions.apply(connection, step.change());
            log.append(connection, entry(step, revision, runner, start, "done", ""));
            dialect.beforeCommit(connection);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            throw failed(step, revision, runner, start, databaseFailed(what, failure));
        } catch (MigrationException failure) {
            throw failed(step, revision, runner, start, failure);
        } catch (RuntimeException failure) {
            rollBack(failure);
            throw failure;
        }
        listener.on(new Event.RevisionFinished(id, Duration.between(start, Instant.now())));
    }

    /** A step as messages name it. */
    static String title(Step step) {
        return (step.direction() == Direction.UPGRADE ? "upgrade to " : "downgrade from ")
                + step.revision().id() + " (" + step.revision().message() + ")";
    }

    private static MigrationException databaseFailed(String what, SQLException failure) {
        return new MigrationException(
                ErrorCode.DATABASE_FAILED, "The " + what + " failed: " + failure.getMessage(), failure);
    }

    /** Rolls back, leaves a row about it in the log, and says where the database stands now. */
    private MigrationException failed(
            Step step, LoadedRevision revision, OperationRunner runner, Instant start, MigrationException failure) {
        rollBack(failure);
        try {
            log.append(
                    connection, entry(step, revision, runner, start, "failed", String.valueOf(failure.getMessage())));
        } catch (SQLException unlogged) {
            failure.addSuppressed(unlogged);
        }
        String state = dialect.has(Feature.TRANSACTIONAL_DDL)
                ? "Everything this revision did was rolled back; the database is at "
                        + (step.from().isEmpty() ? "base" : String.join(", ", step.from()))
                        + ". Mend the revision and run the command again."
                : dialect.label() + " commits at each change of the schema: of the " + runner.executed()
                        + " statement(s) of this revision that ran, all up to the last such change stay, and rows changed"
                        + " after it are as they were. Undo by hand what stays, mend the revision, and run the command"
                        + " again.";
        return new MigrationException(
                failure.code(),
                failure.getMessage() + "\n" + state,
                failure.location().orElse(null),
                failure);
    }

    private void rollBack(RuntimeException failure) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    private static RunLog.Entry entry(
            Step step, LoadedRevision revision, OperationRunner runner, Instant start, String outcome, String message) {
        return new RunLog.Entry(
                revision.script().node().id(),
                step.direction() == Direction.UPGRADE ? "upgrade" : "downgrade",
                revision.script().checksum(),
                outcome,
                start.toString(),
                Duration.between(start, Instant.now()).toMillis(),
                runner.executed(),
                message);
    }
}
