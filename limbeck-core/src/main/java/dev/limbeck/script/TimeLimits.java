// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a revision says of how long its statements may wait and run; zero means without a limit, null that it says nothing.
 *
 * @param lock how long a change of the schema waits for a lock
 * @param statement how long a statement may run
 */
public record TimeLimits(@Nullable Duration lock, @Nullable Duration statement) {
    static final TimeLimits NONE = new TimeLimits(null, null);

    /**
     * Reads both as they are written; empty says nothing.
     *
     * @throws IllegalArgumentException saying what a text should look like
     */
    static TimeLimits of(String lock, String statement) {
        return new TimeLimits(limit(lock), limit(statement));
    }

    private static @Nullable Duration limit(String text) {
        return text.isBlank() ? null : Durations.parseLimit(text.strip());
    }
}
