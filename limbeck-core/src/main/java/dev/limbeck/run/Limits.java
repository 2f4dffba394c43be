// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.script.TimeLimits;
import java.time.Duration;

/**
 * How long things may take.
 *
 * @param lock how long a change of the schema waits for a lock; zero for as long as the database lets it
 * @param retries how often what waited too long is tried again
 * @param statement how long a statement may run; zero for as long as it takes
 * @param inSession whether a session may be told of a limit; where each transaction gets another one, a stranger would
 *     be the next to have it
 */
public record Limits(Duration lock, int retries, Duration statement, boolean inSession) {

    /** The same but for what a revision says of itself. */
    Limits with(TimeLimits own) {
        return new Limits(
                own.lock() == null ? lock : own.lock(),
                retries,
                own.statement() == null ? statement : own.statement(),
                inSession);
    }
}
