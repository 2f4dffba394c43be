// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.StoredObject;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.List;

/**
 * What a database holds after operations, computed from what it held before them. To read a large database again for
 * each of its tables takes a time that grows with the square of their number.
 */
final class Foreseen implements Current {
    private final Current live;
    private Schema schema;

    Foreseen(Current live) {
        this.live = live;
        this.schema = live.schema();
    }

    void pass(Operation operation) {
        schema = operation.apply(schema);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public List<StoredObject> stored(Name table) {
        return live.stored(table);
    }
}
