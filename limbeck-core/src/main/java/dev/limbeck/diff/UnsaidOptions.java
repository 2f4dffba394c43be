// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;

/**
 * Options of primary keys, such as the direction in which one sorts, that are there and that models have no words for: they
 * are wanted as they are, for a key over the same columns.
 */
public final class UnsaidOptions {
    private UnsaidOptions() {}

    /** The wanted schema with the options of the keys that are present. */
    public static Schema kept(Schema present, Schema wanted) {
        return wanted.mapTables(table -> present.table(table.name())
                .flatMap(Table::primaryKey)
                .map(key -> kept(key, table))
                .orElse(table));
    }

    private static Table kept(Constraint.PrimaryKey present, Table wanted) {
        return wanted.primaryKey()
                .filter(key -> key.options().isEmpty() && key.columns().equals(present.columns()))
                .map(key -> wanted.minus(key).plus(key.withOptions(present.options())))
                .orElse(wanted);
    }
}
