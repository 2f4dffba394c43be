// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.sql.Connection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What the database holds right before an operation; read only when it is asked for. */
@FunctionalInterface
public interface Current {

    /** Reads what a connection's database holds, each time anew. */
    static Current live(Dialect dialect, Connection connection, Reflection wanted) {
        return new LiveCurrent(dialect, connection, wanted);
    }

    Schema schema();

    /**
     * The SQL of a table, of its triggers, and of the views and triggers that name it, for a dialect that rebuilds
     * tables. What knows only a schema refuses, for a trigger that nobody saw would be lost.
     */
    default List<StoredObject> stored(Name table) {
        throw new IllegalStateException("no live database to read the triggers of table " + table + " from");
    }

    /** Whether a table may hold rows, so that copying it may take long; true where nobody looked. */
    default boolean holdsRows(Name table) {
        return true;
    }

    /** The same, of which only the tables that are told hold rows. */
    default Current holdingRows(Predicate<Name> tables) {
        return new OtherAnswers(this, this::schema, tables);
    }

    /** The same with another schema. */
    default Current withSchema(Supplier<Schema> schemas) {
        return new OtherAnswers(this, schemas, this::holdsRows);
    }
}
