// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import dev.limbeck.schema.Name;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which part of a database to read.
 *
 * @param schemas the schemas to read; names in the first one come out without a schema. None means the connection's own
 * @param others which more to read behind these
 * @param excludedTables tables that are not read, Limbeck's own for example
 * @param complete whether an object whose definition may not be read is an error, rather than left out
 */
public record Reflection(List<String> schemas, Others others, Set<Name> excludedTables, boolean complete) {
    public Reflection {
        schemas = List.copyOf(schemas);
        excludedTables = Set.copyOf(excludedTables);
    }

    public Reflection(List<String> schemas, Set<Name> excludedTables) {
        this(schemas, Others.NONE, excludedTables, false);
    }

    /**
     * Schemas beside those that are named: all that are neither the system's nor an extension's, or some of them.
     *
     * @param names the names of some, by which Limbeck knows them; no matter if all are meant
     */
    public record Others(boolean all, Set<String> names) {
        public static final Others NONE = new Others(false, Set.of());
        public static final Others ALL = new Others(true, Set.of());

        public Others {
            names = Set.copyOf(names);
        }

        public static Others of(Collection<String> names) {
            return new Others(false, Set.copyOf(names));
        }

        /** Whether a schema is one of them. */
        public boolean contains(String name) {
            return all || names.contains(name);
        }
    }

    public static Reflection everything() {
        return new Reflection(List.of(), Set.of());
    }

    public Reflection withOthers(Others newOthers) {
        return new Reflection(schemas, newOthers, excludedTables, complete);
    }

    public Reflection withComplete(boolean newComplete) {
        return new Reflection(schemas, others, excludedTables, newComplete);
    }
}
