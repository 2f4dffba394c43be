// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Current;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a database holds, read anew only after operations whose effect has to be looked up. What is kept as a text goes
 * alone, so a downgrade that takes a thousand privileges away reads the database once.
 */
final class LastReading {
    private final Current current;
    private @Nullable Schema read;

    LastReading(Current current) {
        this.current = current;
    }

    Schema schema() {
        if (read == null) {
            read = current.schema();
        }
        return read;
    }

    /** What is told instead of what the database would be read for. */
    Current current() {
        return current.withSchema(this::schema);
    }

    /**
     * Says what is to be done next. Since the last reading more may have happened than operations, through {@code
     * op.connection()}, and only what goes as a text needs nothing of that.
     */
    void next(Operation operation) {
        if (!(operation instanceof Operation.DropCode)) {
            read = null;
        }
    }

    /** Says what has been done since. */
    void pass(Operation operation) {
        if (read != null) {
            read = operation instanceof Operation.DropCode drop ? read.withoutCode(drop.key()) : null;
        }
    }
}
