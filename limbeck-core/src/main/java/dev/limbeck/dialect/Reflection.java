// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import dev.limbeck.schema.Name;
import java.util.List;
import java.util.Set;

/**
 * Which part of a database to read.
 *
 * @param schemas the schemas to read; names in the first one come out without a schema. None means the connection's own
 * @param excludedTables tables that are not read, Limbeck's own for example
 * @param complete whether an object whose definition may not be read is an error, rather than left out
 */
public record Reflection(List<String> schemas, Set<Name> excludedTables, boolean complete) {
    public Reflection {
        schemas = List.copyOf(schemas);
        excludedTables = Set.copyOf(excludedTables);
    }

    public Reflection(List<String> schemas, Set<Name> excludedTables) {
        this(schemas, excludedTables, false);
    }

    public static Reflection everything() {
        return new Reflection(List.of(), Set.of());
    }

    public Reflection withComplete(boolean newComplete) {
        return new Reflection(schemas, excludedTables, newComplete);
    }
}
