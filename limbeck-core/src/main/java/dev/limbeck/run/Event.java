// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import java.time.Duration;
import java.util.List;

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
    record RevisionStarted(String direction, List<String> from, List<String> to, String message) implements Event {}

    /** A statement ended well. */
    record StatementExecuted(String sql, Duration duration) implements Event {}

    /** A revision ended well and is committed. */
    record RevisionFinished(String revision, Duration duration) implements Event {}

    /** A comparison found a difference. */
    record Detected(String difference) implements Event {}

    /** Something to know. */
    record Note(String text) implements Event {}

    /** Something to act upon. */
    record Warning(String text) implements Event {}
}
