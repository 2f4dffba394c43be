// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.diff.Loss;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import java.util.List;
import java.util.Optional;

/**
 * A difference, and what comes of doing away with it.
 *
 * @param descriptions what was found, a phrase each
 * @param loses what goes for good; absent where nothing does
 */
public record Change(List<String> descriptions, Effect effect, Optional<String> loses) {

    /** Whether there is a way back. */
    public enum Effect {
        /** The downgrade brings back what was there. */
        REVERSIBLE,
        /** The downgrade brings back the form, and not all of the data. */
        LOSSY,
        /** There is no way back. */
        IRREVERSIBLE
    }

    static Change of(Operation operation) {
        Optional<String> loses = Loss.of(operation);
        Effect effect = loses.isPresent() ? Effect.LOSSY : Effect.REVERSIBLE;
        return new Change(Descriptions.of(operation), hasReverse(operation) ? effect : Effect.IRREVERSIBLE, loses);
    }

    private static boolean hasReverse(Operation operation) {
        try {
            operation.reverse();
            return true;
        } catch (MigrationException irreversible) {
            return false;
        }
    }
}
