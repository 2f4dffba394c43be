// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The name of an object in a database; no schema means the default one. Case is kept as the database stores it. */
public record Name(@Nullable String schema, String name) implements Comparable<Name> {
    private static final Comparator<Name> ORDER = Comparator.comparing(
                    (Name name) -> name.schema == null ? "" : name.schema)
            .thenComparing(Name::name);

    public Name {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a name is empty");
        }
    }

    public static Name of(String name) {
        return new Name(null, name);
    }

    /** Reads {@code name} or {@code schema.name}. */
    public static Name parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? of(text) : new Name(text.substring(0, dot), text.substring(dot + 1));
    }

    public Name withName(String newName) {
        return new Name(schema, newName);
    }

    @Override
    public int compareTo(Name other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
