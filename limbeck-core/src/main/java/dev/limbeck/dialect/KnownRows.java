// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.List;
import java.util.function.Predicate;

/** What a database holds, with an answer of its own to the question which tables hold rows. */
record KnownRows(Current current, Predicate<Name> tables) implements Current {
    @Override
    public Schema schema() {
        return current.schema();
    }

    @Override
    public List<StoredObject> stored(Name table) {
        return current.stored(table);
    }

    @Override
    public boolean holdsRows(Name table) {
        return tables.test(table);
    }
}
