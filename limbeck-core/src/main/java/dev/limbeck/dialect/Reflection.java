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
 */
public record Reflection(List<String> schemas, Set<Name> excludedTables) {
    public Reflection {
        schemas = List.copyOf(schemas);
        excludedTables = Set.copyOf(excludedTables);
    }

    public static Reflection everything() {
        return new Reflection(List.of(), Set.of());
    }
}
