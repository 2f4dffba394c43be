// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Outage;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.RunLock;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
     * What is committed together, and on which condition.
     *
     * @param single whether all steps run in one transaction, which {@link #finish} commits
     * @param lock without which nothing is committed
     * @param waits how long the statements of revisions wait for locks
     */
    public record Commits(boolean single, RunLock lock, LockWaits waits) {}

    /**
     * Runs on a prepared connection in auto-commit mode.
     *
     * @param watch what an interrupt of the run is told to
     */
    public Executor(
            Dialect dialect,
            Connection connection,
            Tables tables,
            Reflection reflection,
            Listener listener,
            Watch watch,
            Commits commits) {
        this.session = new Session(dialect, connection, reflection, tables.journal(), listener, watch, commits);
        this.versions = tables.versions();
        this.log = tables.log();
        Transactions.requireSingle(dialect, commits.single());
    }

    /** Creates Limbeck's own tables where they are missing, and looks for what an earlier run left undone. */
    public void ensureTables() {
        try {
            versions.ensure(session.connection());
            log.ensure(session.connection());
            session.journal().ensure(session.connection());
            findInterrupted();
        } catch (SQLException failure) {
            throw new MigrationException(
                    ErrorCode.DATABASE_FAILED,
                    "Cannot create the tables " + versions.name() + ", " + log.name() + " and "
                            + session.journal().name() + ": " + failure.getMessage()
                            + "\nGive the user the right to create tables, or create them beforehand.",
                    failure);
        }
    }

    /** The lock is held, so whatever is under way in the journal is of a run that ended; the log may not know yet. */
    private void findInterrupted() throws SQLException {
        List<Journal.Written> underWay = session.journal().read(session.connection());
        if (underWay.isEmpty()) {
            return;
        }
        Set<String> told = log.read(session.connection()).stream()
                .filter(row ->
                        row.outcome().equals(RunLog.FAILED) || row.outcome().equals(RunLog.DIED))
                .map(row -> row.origin().run() + row.revision())
                .collect(Collectors.toSet());
        for (Journal.Written written : underWay) {
            Journal.Entry entry = written.entry();
            if (!written.origin().run().isEmpty() && told.add(written.origin().run() + entry.revision())) {
                log.append(session.connection(), died(written), written.origin());
            }
            if (entry.hasProgress()) {
                interrupted.put(entry.revision(), entry);
            } else {
                session.journal().remove(session.connection(), entry.revision());
            }
        }
    }

    private static RunLog.Entry died(Journal.Written written) {
        Journal.Entry entry = written.entry();
        return new RunLog.Entry(
                entry.revision(),
                entry.direction(),
                RunLog.DIED,
                Instant.parse(written.writtenAt()),
                0,
                0,
                entry.hasProgress()
                        ? "ended without a word behind operation " + entry.operations()
                        : "ended without a word; what it did was rolled back",
                null);
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
            run.abandon();
            session.journal()
                    .readInterrupted(session.connection())
                    .forEach(entry -> interrupted.put(entry.revision(), entry));
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
        log.append(session.connection(), entry(step, run, start, RunLog.DONE, "", AppliedText.of(step, revision)));
        if (run.isTraced()) {
            session.journal().remove(session.connection(), step.revision().id());
        }
        session.dialect().beforeCommit(session.connection());
        interrupted.remove(step.revision().id());
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
                                + "), or undo in the database by hand what it did, and run: "
                                + Interruption.resolve(entry.revision(), "--rolled-back"));
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
            if (!stopped || session.rollsBackDdl()) {
                // What was cancelled may have taken effect all the same: the next run finds out.
                run.abandon();
            }
            log.append(
                    session.connection(),
                    entry(
                            step,
                            run,
                            start,
                            RunLog.FAILED,
                            String.valueOf(failure.getMessage()),
                            AppliedText.checksumOf(revision)));
        } catch (SQLException unlogged) {
            failure.addSuppressed(unlogged);
        }
        if (failure.code() == ErrorCode.RESUME_REFUSED) {
            return failure;
        }
        return new MigrationException(
                stopped ? ErrorCode.INTERRUPTED : failure.code(),
                failure.getMessage() + "\n" + state(step, run, stopped, failure),
                failure.location().orElse(null),
                failure);
    }

    private String state(Step step, RevisionRun run, boolean stopped, MigrationException failure) {
        if (ConnectionLoss.isMet(session.connection())) {
            return Outage.CONNECTION_LOST.advice()
                    + " Then run the command again: it goes on from where the database stands.";
        }
        Optional<Outage> outage = Outage.behind(failure, session.dialect());
        boolean sound = stopped || failure.code() == ErrorCode.LOCK_NOT_HAD || outage.isPresent();
        return outage.map(met -> met.advice() + "\n").orElse("") + state(step, run, sound);
    }

    /** Where the database stands, and how to go on; {@code sound} says that the revision needs no mending for that. */
    private String state(Step step, RevisionRun run, boolean sound) {
        if (run.isJournalled()) {
            String reason = session.rollsBackDdl()
                    ? "This revision commits in between: its "
                    : session.dialect().label() + " commits at each change of the schema: this revision's ";
            return reason + "first " + run.committed() + " operation(s) are done and stay done. "
                    + (sound ? "Run" : "Mend what follows them and run")
                    + " the command again: it goes on there. Or undo them by hand, and run: "
                    + Interruption.resolve(step.revision().id(), "--rolled-back");
        }
        Step start = session.isSingle() && first != null ? first : step;
        return "Everything " + (session.isSingle() ? "this run" : "this revision")
                + " did was rolled back; the database is at "
                + (start.from().isEmpty() ? "base" : String.join(", ", start.from()))
                + (sound ? ". Run the command again." : ". Mend the revision and run the command again.");
    }

    private static RunLog.Entry entry(
            Step step, RevisionRun run, Instant start, String outcome, String message, RunLog.Applied applied) {
        return new RunLog.Entry(
                step.revision().id(),
                RevisionRun.direction(step),
                outcome,
                start,
                Duration.between(start, Instant.now()).toMillis(),
                run.executed(),
                message,
                applied);
    }
}
