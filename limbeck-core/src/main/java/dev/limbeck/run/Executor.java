// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.history.Journal;
import dev.limbeck.history.RunLog;
import dev.limbeck.history.VersionTable;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.Step;
import dev.limbeck.script.LoadedRevision;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of a plan on a database, each revision in a transaction of its own together with its change of the
 * version table, so that a revision and the record of it are there together or not at all; or all of them in one.
 */
public final class Executor {
    private final Session session;
    private final VersionTable versions;
    private final RunLog log;
    private final Map<String, Journal.Entry> interrupted = new LinkedHashMap<>();
    private final List<Event.RevisionFinished> uncommitted = new ArrayList<>();
    private @Nullable Step first;

    /**
     * Where it is written down what ran.
     *
     * @param versions the current heads
     * @param log all that ever ran
     * @param journal what is under way
     */
    public record Tables(VersionTable versions, RunLog log, Journal journal) {}

    /**
     * Runs on a prepared connection in auto-commit mode.
     *
     * @param watch what an interrupt of the run is told to
     * @param waits how long the statements of revisions wait for locks
     * @param single whether all steps run in one transaction, which {@link #finish} commits
     */
    public Executor(
            Dialect dialect,
            Connection connection,
            Tables tables,
            Reflection reflection,
            Listener listener,
            Watch watch,
            LockWaits waits,
            boolean single) {
        this.session = new Session(dialect, connection, reflection, tables.journal(), listener, watch, waits, single);
        this.versions = tables.versions();
        this.log = tables.log();
        Transactions.requireSingle(dialect, single);
    }

    /** Creates Limbeck's own tables where they are missing, and looks for what an earlier run left undone. */
    public void ensureTables() {
        try {
            versions.ensure(session.connection());
            log.ensure(session.connection());
            if (!session.rollsBackDdl()) {
                // To create it later would commit the rows that a revision has changed by then.
                session.journal().ensure(session.connection());
            }
            for (Journal.Entry entry : session.journal().read(session.connection())) {
                interrupted.put(entry.revision(), entry);
            }
        } catch (SQLException failure) {
            throw new MigrationException(
                    ErrorCode.DATABASE_FAILED,
                    "Cannot create the tables " + versions.name() + ", " + log.name() + " and "
                            + session.journal().name() + ": " + failure.getMessage()
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
        session.watch().requireGoingOn(title(step));
        session.waits().revision(revision.limits(step.direction()));
        try {
            while (!attempt(step, revision)) {
                // A lock was not had, and by now may be.
            }
        } finally {
            session.waits().end();
        }
    }

    /** Runs it once; false if all of it is to be done again. */
    private boolean attempt(Step step, LoadedRevision revision) {
        Instant start = Instant.now();
        Journal.Entry earlier = interrupted.get(step.revision().id());
        requireNothingElseUnderWay(step, earlier);
        RevisionRun run = new RevisionRun(session, step, earlier);
        first = first == null ? step : first;
        try {
            revision.run(step.direction(), run);
            run.finish();
            record(step, revision, run, start);
            return true;
        } catch (SQLException failure) {
            return again(step, revision, run, start, run.databaseFailed(failure));
        } catch (MigrationException failure) {
            return again(step, revision, run, start, failure);
        } catch (RuntimeException failure) {
            session.rollBack(failure);
            throw failure;
        }
    }

    /** False, for another attempt, if only a lock was missing; else throws. */
    private boolean again(
            Step step, LoadedRevision revision, RevisionRun run, Instant start, MigrationException failure) {
        boolean rollsBack = session.rollsBackDdl() && !session.isSingle();
        if (rollsBack) {
            session.rollBack(failure);
        }
        if (!session.waits().again(failure, rollsBack)) {
            throw failed(step, revision, run, start, session.waits().explain(failure));
        }
        try {
            // What it committed by then stays, and the journal says how far that is.
            session.journal().read(session.connection()).forEach(entry -> interrupted.put(entry.revision(), entry));
        } catch (SQLException unread) {
            throw failed(step, revision, run, start, run.databaseFailed(unread));
        }
        return false;
    }

    /** A step as messages name it. */
    static String title(Step step) {
        return (step.direction() == Direction.UPGRADE ? "upgrade to " : "downgrade from ")
                + step.revision().id()
                + (step.revision().message().isEmpty()
                        ? ""
                        : " (" + step.revision().message() + ")");
    }

    private void record(Step step, LoadedRevision revision, RevisionRun run, Instant start) throws SQLException {
        versions.apply(session.connection(), step.change());
        log.append(session.connection(), entry(step, revision, run, start, "done", ""));
        if (run.isJournalled()) {
            session.journal().remove(session.connection(), step.revision().id());
        }
        session.dialect().beforeCommit(session.connection());
        Event.RevisionFinished finished =
                new Event.RevisionFinished(step.revision().id(), Duration.between(start, Instant.now()));
        if (session.isSingle()) {
            uncommitted.add(finished);
        } else {
            session.commit();
            session.listener().on(finished);
        }
    }

    /** Commits what {@code single} kept open. */
    public void finish() {
        try {
            session.commit();
        } catch (SQLException failure) {
            MigrationException explained = new MigrationException(
                    ErrorCode.DATABASE_FAILED,
                    "The transaction of all revisions cannot be committed: " + failure.getMessage()
                            + "\nEverything in it was rolled back; run the command again.",
                    failure);
            session.rollBack(explained);
            throw explained;
        }
        uncommitted.forEach(session.listener()::on);
        uncommitted.clear();
    }

    /** Half a revision is no state that another one's way back, or the other direction, could start from. */
    private void requireNothingElseUnderWay(Step step, Journal.@Nullable Entry earlier) {
        String direction = RevisionRun.direction(step);
        for (Journal.Entry entry : interrupted.values()) {
            boolean sameWay = entry.direction().equals(direction);
            boolean own = entry.revision().equals(step.revision().id());
            if (!sameWay || (!own && step.direction() == Direction.DOWNGRADE)) {
                throw new MigrationException(
                        ErrorCode.RESUME_REFUSED,
                        "The " + direction + " of " + step.revision().id() + " cannot run: the " + entry.direction()
                                + " of " + entry.revision() + " was interrupted behind operation " + entry.operations()
                                + ".\nRun that to its end first (limbeck " + entry.direction()
                                + "), or undo in the database by hand what it did, and forget it with: "
                                + session.journal().forgetSql(entry.revision()));
            }
        }
        if (earlier != null && session.isSingle()) {
            throw new MigrationException(
                    ErrorCode.TRANSACTION_REFUSED,
                    "The " + direction + " of " + step.revision().id() + " was interrupted behind operation "
                            + earlier.operations() + ", which is committed. Run the command without"
                            + " --single-transaction.");
        }
    }

    /** Rolls back, leaves a row about it in the log, and says where the database stands now. */
    private MigrationException failed(
            Step step, LoadedRevision revision, RevisionRun run, Instant start, MigrationException failure) {
        if (!run.hasBegun() && !session.isSingle()) {
            return failure;
        }
        boolean stopped = session.watch().isInterrupted();
        session.rollBack(failure);
        try {
            log.append(
                    session.connection(),
                    entry(step, revision, run, start, "failed", String.valueOf(failure.getMessage())));
        } catch (SQLException unlogged) {
            failure.addSuppressed(unlogged);
        }
        if (failure.code() == ErrorCode.RESUME_REFUSED) {
            return failure;
        }
        return new MigrationException(
                stopped ? ErrorCode.INTERRUPTED : failure.code(),
                failure.getMessage() + "\n" + state(step, run, stopped || failure.code() == ErrorCode.LOCK_NOT_HAD),
                failure.location().orElse(null),
                failure);
    }

    /** Where the database stands, and how to go on; {@code sound} says that the revision needs no mending for that. */
    private String state(Step step, RevisionRun run, boolean sound) {
        if (run.isJournalled()) {
            String reason = session.rollsBackDdl()
                    ? "This revision commits in between: its "
                    : session.dialect().label() + " commits at each change of the schema: this revision's ";
            return reason + "first " + run.committed() + " operation(s) are done and stay done. "
                    + (sound ? "Run" : "Mend what follows them and run")
                    + " the command again: it goes on there. Or undo them by hand, and forget them with: "
                    + session.journal().forgetSql(step.revision().id());
        }
        if (!session.rollsBackDdl()) {
            return session.dialect().label() + " commits at each change of the schema: of the " + run.executed()
                    + " statement(s) of this revision that ran, those up to the last such change stay. Undo by hand what"
                    + " stays, mend the revision, and run the command again.";
        }
        Step start = session.isSingle() && first != null ? first : step;
        return "Everything " + (session.isSingle() ? "this run" : "this revision")
                + " did was rolled back; the database is at "
                + (start.from().isEmpty() ? "base" : String.join(", ", start.from()))
                + (sound ? ". Run the command again." : ". Mend the revision and run the command again.");
    }

    private static RunLog.Entry entry(
            Step step, LoadedRevision revision, RevisionRun run, Instant start, String outcome, String message) {
        return new RunLog.Entry(
                step.revision().id(),
                RevisionRun.direction(step),
                revision.script().checksum(),
                outcome,
                start.toString(),
                Duration.between(start, Instant.now()).toMillis(),
                run.executed(),
                message);
    }
}
