// SPDX-License-Identifier: Apache-2.0
package dev.limbeck;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Name;
import java.util.List;

/**
 * Has a say in what autogenerate compares and writes. A class that implements it, and that the application's class path
 * names in {@code META-INF/services/dev.limbeck.AutogenerateHook}, is asked about each column and each operation.
 */
public interface AutogenerateHook {

    /** The type that a column of the models is to have in the database. */
    default DataType type(Name table, Column column) {
        return column.type();
    }

    /** What is written in place of an operation: itself, others, or none for a difference that is to be left alone. */
    default List<Operation> operations(Operation operation) {
        return List.of(operation);
    }
}
