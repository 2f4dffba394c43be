// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import java.util.Comparator;
import java.util.function.UnaryOperator;
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

    /** Reads {@code name} or {@code schema.name}; a part with a dot in it stands in double quotes. */
    public static Name parse(String text) {
        int end = text.startsWith("\"") ? endOfQuoted(text) : text.indexOf('.');
        if (end < 0 || end == text.length()) {
            return of(unquote(text));
        }
        return new Name(unquote(text.substring(0, end)), unquote(text.substring(end + 1)));
    }

    private static int endOfQuoted(String text) {
        int end = text.indexOf('"', 1);
        while (text.startsWith("\"\"", end)) {
            end = text.indexOf('"', end + 2);
        }
        if (end < 0 || (end + 1 < text.length() && text.charAt(end + 1) != '.')) {
            throw new IllegalArgumentException("a quote is not closed in the name " + text);
        }
        return end + 1;
    }

    private static String unquote(String part) {
        boolean quoted = part.length() > 1 && part.startsWith("\"") && part.endsWith("\"");
        return quoted ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part;
    }

    private static String quote(String part) {
        return part.indexOf('.') < 0 && part.indexOf('"') < 0 ? part : '"' + part.replace("\"", "\"\"") + '"';
    }

    public Name withName(String newName) {
        return new Name(schema, newName);
    }

    /** The name as it stands in SQL, its parts quoted in the way of a database. */
    public String inSql(UnaryOperator<String> quote) {
        return schema == null ? quote.apply(name) : quote.apply(schema) + "." + quote.apply(name);
    }

    @Override
    public int compareTo(Name other) {
        return ORDER.compare(this, other);
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return schema == null ? quote(name) : quote(schema) + "." + quote(name);
    }
}
