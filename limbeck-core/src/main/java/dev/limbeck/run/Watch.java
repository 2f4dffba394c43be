// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.error.Durations;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches over the statements of one thread, each while it runs: it is cancelled when somebody wants the run to end, by
 * {@link #interrupt} or by interrupting the thread, or when its time is up; and it may be asked about while it waits. What
 * runs after an interrupt was heard, to roll back and to say where things stand, is left alone.
 */
public final class Watch {
    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private static final long TICK_MILLIS = 50;
    private static final int IDLE_TICKS = 20;
    private static final Set<Thread.State> ASLEEP = EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final Thread owner = Thread.currentThread();
    private boolean requested;
    private boolean heard;
    private boolean ofThread;
    private boolean woken;
    private boolean cancelling;
    private @Nullable Thread ticker;
    private @Nullable InFlight inFlight;
    private Limit limit = Limit.NONE;

    /**
     * What holds for the statements to come.
     *
     * @param time how long each may run; zero for as long as it takes
     * @param probeAfter when the probe is run first, and again, while a statement runs; zero for never
     * @param probe what finds out why a statement takes long
     */
    record Limit(Duration time, Duration probeAfter, Runnable probe) {
        static final Limit NONE = new Limit(Duration.ZERO, Duration.ZERO, () -> {});
    }

    private static final class InFlight {
        private final Statement statement;
        private final Limit limit;
        private final long start = System.nanoTime();
        private boolean timedOut;
        private int probes;

        InFlight(Statement statement, Limit limit) {
            this.statement = statement;
            this.limit = limit;
        }

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - start);
        }

        boolean isOverdue() {
            return !limit.time().isZero() && age().compareTo(limit.time()) >= 0;
        }

        boolean isToProbe() {
            return !limit.probeAfter().isZero()
                    && age().compareTo(limit.probeAfter().multipliedBy(probes + 1L)) >= 0;
        }
    }

    /**
     * The connection, with its statements watched.
     *
     * @param own whether a statement's text is Limbeck's own record of what ran, which is never cut off
     */
    public Connection over(Connection connection, Predicate<String> own) {
        return WatchedConnection.of(connection, this, own);
    }

    /** Wants the run to end: cancels its statement, or wakes its thread where it sleeps. */
    public synchronized void interrupt() {
        requested = true;
        startTicker();
        notifyAll();
    }

    /** Whether somebody wants the run to end; asked by the thread that is watched, whose own flag is taken in by it. */
    public synchronized boolean isInterrupted() {
        if (Thread.currentThread() == owner && Thread.interrupted()) {
            ofThread |= !woken;
            requested = true;
        }
        return requested;
    }

    /** Gives the thread back the flag that was taken in. */
    public synchronized void close() {
        if (ofThread && Thread.currentThread() == owner) {
            owner.interrupt();
        }
    }

    /** Refuses to go on with what comes next, if somebody wants the run to end. */
    void requireGoingOn(String before) {
        if (isInterrupted()) {
            synchronized (this) {
                heard = true;
            }
            throw new MigrationException(
                    ErrorCode.INTERRUPTED, "The run was interrupted before the " + before + ", of which nothing ran.");
        }
    }

    /** Sets what holds for the statements to come. */
    synchronized void limit(Limit newLimit) {
        limit = newLimit;
    }

    /** Waits, or throws at once when the run is to end. */
    synchronized void pause(Duration pause) throws CancelledException {
        long end = System.nanoTime() + pause.toNanos();
        while (!isInterrupted()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            try {
                wait(left);
            } catch (InterruptedException interrupted) {
                owner.interrupt();
            }
        }
        heard = true;
        throw CancelledException.interrupted(null);
    }

    /** Called before a statement runs. */
    synchronized void begin(Statement statement) throws CancelledException {
        if (heard) {
            return;
        }
        if (isInterrupted()) {
            heard = true;
            throw CancelledException.interrupted(null);
        }
        inFlight = new InFlight(statement, limit);
        startTicker();
    }

    /** Called when it ended; a cancel that is under way is let end, so that it cannot hit the next statement. */
    synchronized void end() {
        boolean flagged = false;
        while (cancelling) {
            try {
                wait();
            } catch (InterruptedException interrupted) {
                flagged = true;
            }
        }
        if (flagged) {
            owner.interrupt();
        }
        inFlight = null;
    }

    /** What a failure of the statement in flight means. */
    synchronized SQLException explain(SQLException failure) {
        InFlight failed = inFlight;
        if (failed == null || heard) {
            return failure;
        }
        if (isInterrupted()) {
            heard = true;
            return CancelledException.interrupted(failure);
        }
        return failed.timedOut ? CancelledException.timedOut(Durations.inWords(failed.limit.time()), failure) : failure;
    }

    private void startTicker() {
        if (ticker == null) {
            ticker = new Thread(this::tick, "limbeck-watch");
            ticker.setDaemon(true);
            ticker.start();
        }
    }

    private void tick() {
        int idle = 0;
        while (idle < IDLE_TICKS) {
            InFlight cancelled = null;
            InFlight probed = null;
            synchronized (this) {
                try {
                    wait(TICK_MILLIS);
                } catch (InterruptedException ended) {
                    break;
                }
                requested |= owner.isInterrupted() && inFlight != null;
                idle = inFlight == null && (!requested || heard) ? idle + 1 : 0;
                InFlight running = inFlight;
                if (running == null) {
                    wakeOwner();
                } else if ((requested || running.isOverdue()) && !heard) {
                    running.timedOut = !requested;
                    cancelling = true;
                    cancelled = running;
                } else if (running.isToProbe()) {
                    running.probes++;
                    probed = running;
                }
                if (idle == IDLE_TICKS) {
                    ticker = null;
                    return;
                }
            }
            if (cancelled != null) {
                cancel(cancelled.statement);
            } else if (probed != null) {
                probed.limit.probe().run();
            }
        }
        synchronized (this) {
            ticker = null;
        }
    }

    /** Ends the waiting for a lock, for a pause or for another process. A thread at work hears it at its next statement. */
    private void wakeOwner() {
        if (requested && !heard && ASLEEP.contains(owner.getState())) {
            woken = true;
            owner.interrupt();
        }
    }

    private void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException failure) {
            // Tried again at the next tick, as long as the statement runs.
            log.debug("the statement could not be cancelled", failure);
        } finally {
            synchronized (this) {
                cancelling = false;
                notifyAll();
            }
        }
    }
}
