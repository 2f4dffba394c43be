// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.StoredObject;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.List;

/**
 * What the database will hold when the first changes of a batch are made. The texts are those from before: what they tell
 * and the schema does not, such as the index that a foreign key brought along, is not what a batch changes.
 */
record MysqlAfter(Current before, List<Operation> changes) implements Current {
    MysqlAfter {
        changes = List.copyOf(changes);
    }

    @Override
    public Schema schema() {
        return Operation.applyAll(changes, before.schema());
    }

    @Override
    public List<StoredObject> stored(Name table) {
        return before.stored(table);
    }

    @Override
    public boolean holdsRows(Name table) {
        return before.holdsRows(table);
    }
}
