// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.time.Duration;
import java.util.Locale;

/**
 * How a lock is asked for.
 *
 * @param timeout how long to wait for who holds it
 * @param mode what holds it
 * @param waiting who is told while it is waited for
 */
public record LockRequest(Duration timeout, Mode mode, Waiting waiting) {

    /** What a lock hangs on; {@code docs/several-at-once.md} tells which database has which. */
    public enum Mode {
        /** What fits the server. */
        AUTO,
        /** A session of the server. */
        SESSION,
        /** A transaction that stays open. */
        TRANSACTION,
        /** A row with a time limit that its holder puts off. */
        ROW
    }

    /** Told when the waiting begins, and then at intervals that grow. */
    @FunctionalInterface
    public interface Waiting {
        /**
         * Still waiting.
         *
         * @param holder who holds the lock, and since when
         */
        void on(String holder, Duration waited);
    }

    /** What to throw where a database has no lock of the mode; the advice is a whole sentence. */
    public MigrationException refused(Dialect dialect, String advice) {
        return new MigrationException(
                ErrorCode.CONFIG_BAD_VALUE,
                "limbeck.lock-mode: " + dialect.label() + " has no lock that is a "
                        + mode.name().toLowerCase(Locale.ROOT) + ". " + advice);
    }

    /** A lock as the server likes it, waited for in silence. */
    public static LockRequest within(Duration timeout) {
        return new LockRequest(timeout, Mode.AUTO, (holder, waited) -> {});
    }
}
