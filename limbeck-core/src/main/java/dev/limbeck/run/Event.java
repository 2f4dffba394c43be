// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.revision.Step;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened, told as it happens; front-ends turn it into lines. */
public sealed interface Event {

    /** A connection for migrations stands. */
    record Connected(String dialect, boolean transactionalDdl) implements Event {}

    /** SQL is written instead of run. */
    record GeneratingSql(String dialect) implements Event {}

    /**
     * A revision begins.
     *
     * @param direction {@code upgrade}, {@code downgrade} or {@code stamp_revision}
     */
    record RevisionStarted(String direction, List<String> from, List<String> to, String message) implements Event {

        /** The beginning of a step, in Alembic's words: a stamp says nothing of the revision. */
        public static RevisionStarted of(Step step) {
            String message = step.revision().message();
            return switch (step.direction()) {
                case UPGRADE -> new RevisionStarted("upgrade", step.from(), step.to(), message);
                case DOWNGRADE -> new RevisionStarted("downgrade", step.from(), step.to(), message);
                case STAMP -> new RevisionStarted("stamp_revision", step.from(), step.to(), "");
            };
        }
    }

    /** A statement ended well. */
    record StatementExecuted(String sql, Duration duration) implements Event {}

    /** A revision ended well and is committed. */
    record RevisionFinished(String revision, Duration duration) implements Event {}

    /**
     * A batch of a backfill is done.
     *
     * @param rows how many rows were gone by, in earlier runs as well
     * @param changed how many of them were changed
     * @param estimatedTotal about how many there are; null where that is not known
     * @param lastKey that of the row at which the batch ends
     * @param done whether it was the last one
     */
    record BackfillProgress(
            String table, long rows, long changed, @Nullable Long estimatedTotal, String lastKey, boolean done)
            implements Event {}

    /**
     * Another run holds the lock of the database; told when the waiting begins, and then at intervals that grow.
     *
     * @param holder who, and since when
     * @param timeout after how long the waiting ends
     */
    record LockAwaited(String holder, Duration waited, Duration timeout) implements Event {}

    /**
     * A lock was not had in time, and is tried for again.
     *
     * @param statement what waited for it, shortened; empty if that is not known
     * @param blockers who had it, in words; none if nobody could be asked
     * @param again what is tried again
     * @param attempt how often that was done, this time included
     * @param retries how often that is done at most
     * @param pause how long it takes until then
     */
    record LockNotHad(String statement, List<String> blockers, String again, int attempt, int retries, Duration pause)
            implements Event {}

    /** A comparison found a difference. */
    record Detected(String difference) implements Event {}

    /** Something to know. */
    record Note(String text) implements Event {}

    /** Something to act upon. */
    record Warning(String text) implements Event {}
}
