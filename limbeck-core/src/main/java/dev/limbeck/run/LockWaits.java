// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Feature;
import dev.limbeck.dialect.LockLimits;
import dev.limbeck.dialect.Statement;
import dev.limbeck.error.Durations;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.script.TimeLimits;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Lets no change of the schema wait long for a lock, because everybody else waits behind it. What waited too long is tried
 * again after a pause: the statement where it stands alone, all of the revision where the database rolls it back, so that
 * the locks it has are let go of meanwhile.
 */
public final class LockWaits {
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int SHOWN = 120;

    private final Dialect dialect;
    private final Connection connection;
    private final Watch watch;
    private final Limits limits;
    private final Listener listener;
    private final LockLimits means;
    private final Blockers blockers;
    private Limits current;
    private boolean ownLimit;
    private int attempts;
    private String waiting = "";

    /** What runs a statement. */
    @FunctionalInterface
    interface Execution {
        void run(Statement statement) throws SQLException;
    }

    /**
     * Bounds the statements of one connection.
     *
     * @param database where is asked who holds a lock
     */
    public LockWaits(Database database, Connection connection, Watch watch, Limits limits, Listener listener) {
        this.dialect = database.dialect();
        this.connection = connection;
        this.watch = watch;
        this.limits = limits;
        this.current = limits;
        this.listener = listener;
        this.means = dialect.lockLimits();
        this.blockers = new Blockers(means, database, connection);
    }

    /** Begins with a revision, which may say how long its statements take. */
    void revision(TimeLimits own) {
        current = limits.with(own);
        attempts = 0;
        startAttempt();
    }

    private void startAttempt() {
        ownLimit = false;
        waiting = "";
        watch.limit(limit(Duration.ZERO));
    }

    private Watch.Limit limit(Duration lock) {
        return new Watch.Limit(current.statement(), lock.dividedBy(2), blockers::look);
    }

    /** Ends with a revision; what follows is none of its statements. */
    void end() {
        watch.limit(Watch.Limit.NONE);
    }

    /** Runs a statement of the revision, with a limit if others queue up behind it while it waits. */
    void run(Statement statement, Execution execution) throws SQLException {
        ownLimit |= means.setsOne(statement.sql());
        boolean withinTransaction = !connection.getAutoCommit();
        boolean bounded = !ownLimit
                && !current.lock().isZero()
                && (withinTransaction || current.inSession())
                && means.holdsOthersUp(statement.sql());
        if (!bounded) {
            runOnce(statement, execution);
            return;
        }
        blockers.prepare();
        execute(means.set(current.lock(), withinTransaction));
        watch.limit(limit(current.lock()));
        try {
            runAgainAndAgain(statement, execution, withinTransaction);
        } finally {
            watch.limit(limit(Duration.ZERO));
        }
        execute(means.reset(withinTransaction));
    }

    /** Takes down what failed, for the message about it. */
    private void runOnce(Statement statement, Execution execution) throws SQLException {
        waiting = statement.sql();
        execution.run(statement);
        waiting = "";
    }

    private void runAgainAndAgain(Statement statement, Execution execution, boolean withinTransaction)
            throws SQLException {
        while (true) {
            try {
                runOnce(statement, execution);
                return;
            } catch (SQLException failure) {
                boolean alone = !withinTransaction || !dialect.has(Feature.TRANSACTIONAL_DDL);
                if (!alone || !means.isPassing(failure) || !mayTryAgain()) {
                    throw withLimitOff(failure, withinTransaction);
                }
                tellAndPause("it");
            }
        }
    }

    private SQLException withLimitOff(SQLException failure, boolean withinTransaction) {
        try {
            if (!withinTransaction || !dialect.has(Feature.TRANSACTIONAL_DDL)) {
                execute(means.reset(withinTransaction));
            }
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
        return failure;
    }

    private void execute(List<String> statements) throws SQLException {
        for (String sql : statements) {
            try (java.sql.Statement plain = connection.createStatement()) {
                plain.execute(sql);
            }
        }
    }

    /**
     * Whether a revision that failed, and is rolled back, is to be tried again; waits before it says so.
     *
     * @param rollsBack whether nothing of it stays, or the journal says what does
     */
    boolean again(MigrationException failure, boolean rollsBack) {
        boolean again = rollsBack && passing(failure).isPresent() && !watch.isInterrupted() && mayTryAgain();
        if (again) {
            try {
                tellAndPause("the revision, which was rolled back,");
            } catch (CancelledException interrupted) {
                failure.addSuppressed(interrupted);
                return false;
            }
            startAttempt();
        }
        return again;
    }

    private Optional<SQLException> passing(MigrationException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && means.isPassing(sql)) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    private boolean mayTryAgain() {
        return attempts < current.retries();
    }

    private void tellAndPause(String what) throws CancelledException {
        Duration pause = pause(attempts);
        attempts++;
        listener.on(new Event.LockNotHad(shown(waiting), blockers.found(), what, attempts, current.retries(), pause));
        watch.pause(pause);
    }

    /** Doubled each time, and different in each process, so that two do not meet again and again. */
    private static Duration pause(int attempts) {
        long longest = Math.min(LONGEST_PAUSE.toMillis(), SHORTEST_PAUSE.toMillis() << Math.min(attempts, 10));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }

    private static String shown(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
    }

    /** The failure, with what can be done if it was for want of a lock. */
    MigrationException explain(MigrationException failure) {
        if (passing(failure).isEmpty()) {
            return failure;
        }
        List<String> found = blockers.found();
        String waited = current.lock().isZero() || waiting.isEmpty()
                ? "It did not get a lock that it needs"
                : "It waited " + Durations.inWords(current.lock())
                        + " for a lock, so that others would not wait longer behind it"
                        + (attempts == 0 ? "" : ", " + (attempts + 1) + " times");
        return new MigrationException(
                ErrorCode.LOCK_NOT_HAD,
                failure.getMessage() + "\n" + waited + "."
                        + (found.isEmpty() ? "" : " In its way: " + String.join("; ", found) + ".")
                        + " Run it when less is going on, end what is in its way, or let it wait longer with"
                        + " limbeck.ddl-lock-timeout, or more often with limbeck.ddl-retries.",
                failure.location().orElse(null),
                failure);
    }
}
