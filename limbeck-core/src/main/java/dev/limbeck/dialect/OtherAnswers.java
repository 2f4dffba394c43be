// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What a database holds, with answers of its own to what the schema is and which tables hold rows. */
record OtherAnswers(Current current, Supplier<Schema> schemas, Predicate<Name> tables) implements Current {
    @Override
    public Schema schema() {
        return schemas.get();
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
