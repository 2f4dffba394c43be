// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits for what another holds by asking again and again, with pauses that grow and are never quite the same, so that ten
 * who wait do not ask at the same moments. Nothing is kept open on the server between two questions.
 */
public final class LockPolling {
    private static final long SHORTEST_PAUSE_MILLIS = 25;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;
    private static final Duration FIRST_REPORT_AFTER = Duration.ofSeconds(10);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    private final LockRequest request;
    private final long start = System.nanoTime();
    private Duration nextReport = Duration.ZERO;

    private LockPolling(LockRequest request) {
        this.request = request;
    }

    /**
     * One way to have something that only one can have.
     *
     * @param <E> what may go wrong besides
     */
    public interface Attempt<E extends Exception> {
        /** Takes it if it is free. */
        boolean take() throws E;

        /** Who has it, and since when. */
        LockHolder holder() throws E;
    }

    /**
     * Takes it, now or when it becomes free.
     *
     * @param what what is waited for, as the end of a sentence
     * @throws MigrationException with code DATABASE_LOCKED when the time is up
     */
    public static <E extends Exception> void take(LockRequest request, String what, Attempt<E> attempt) throws E {
        new LockPolling(request).poll(what, attempt);
    }

    private <E extends Exception> void poll(String what, Attempt<E> attempt) throws E {
        long pause = SHORTEST_PAUSE_MILLIS;
        while (!attempt.take()) {
            long left = request.timeout().minus(waited()).toMillis();
            if (left <= 0) {
                LockHolder holder = attempt.holder();
                throw new MigrationException(
                        ErrorCode.DATABASE_LOCKED,
                        "Another run of Limbeck holds " + what + " (" + holder.description()
                                + "), and has not let go of it for "
                                + request.timeout().toSeconds() + " s. " + holder.wayOut());
            }
            report(attempt);
            sleep(Math.min(left, ThreadLocalRandom.current().nextLong(pause / 2, pause + 1)));
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    private Duration waited() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private <E extends Exception> void report(Attempt<E> attempt) throws E {
        Duration waited = waited();
        if (waited.compareTo(nextReport) >= 0) {
            request.waiting().on(attempt.holder().description(), waited);
            Duration silence = nextReport.isZero() ? FIRST_REPORT_AFTER : waited;
            nextReport = waited.plus(silence.compareTo(LONGEST_SILENCE) > 0 ? LONGEST_SILENCE : silence);
        }
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MigrationException(
                    ErrorCode.DATABASE_LOCKED, "Interrupted while waiting for the database's lock.", interrupted);
        }
    }
}
