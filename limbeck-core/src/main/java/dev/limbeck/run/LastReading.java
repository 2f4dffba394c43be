// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.StoredObject;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a database holds, read anew only after operations whose effect has to be looked up. What is kept as a text goes
 * alone, so a downgrade that takes a thousand privileges away reads the database once.
 */
final class LastReading implements Current {
    private final Current current;
    private @Nullable Schema read;

    LastReading(Current current) {
        this.current = current;
    }

    @Override
    public Schema schema() {
        if (read == null) {
            read = current.schema();
        }
        return read;
    }

    @Override
    public List<StoredObject> stored(Name table) {
        return current.stored(table);
    }

    @Override
    public boolean holdsRows(Name table) {
        return current.holdsRows(table);
    }

    /** Says what has been done since. */
    void pass(Operation operation) {
        if (read != null) {
            read = operation instanceof Operation.DropCode drop ? read.withoutCode(drop.key()) : null;
        }
    }
}
