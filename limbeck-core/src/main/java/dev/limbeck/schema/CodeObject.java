// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A view, function, procedure, trigger or event: an object that a database keeps as a text.
 *
 * @param definition for a view what stands behind its name, {@code as} included; for others the whole create statement
 * @param indexes those of a materialised view
 */
public record CodeObject(Key key, String definition, List<Index> indexes) {
    /** Options or column names in front of the word {@code as}. */
    private static final Pattern BEHIND_NAME = Pattern.compile(
            "(?is)\\s*(algorithm\\s*=\\s*\\w+\\s+)?(sql\\s+security\\s+\\w+\\s+)?(\\([^()]*\\)\\s*)?(with\\s*\\([^()]*\\)\\s*)?as\\b.*");

    public CodeObject {
        indexes = indexes.stream().sorted(Comparator.comparing(Index::name)).toList();
    }

    public CodeObject(Key key, String definition) {
        this(key, definition, List.of());
    }

    /** The kinds, in an order in which they can be created. */
    public enum Kind {
        FUNCTION("function"),
        PROCEDURE("procedure"),
        VIEW("view"),
        MATERIALIZED_VIEW("materialized view"),
        TRIGGER("trigger"),
        EVENT("event");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind in words, as SQL and messages name it. */
        public String label() {
            return label;
        }

        public boolean isView() {
            return this == VIEW || this == MATERIALIZED_VIEW;
        }

        public boolean isRoutine() {
            return this == FUNCTION || this == PROCEDURE;
        }
    }

    /**
     * What tells an object from others of its kind.
     *
     * @param of the types of a routine's parameters, or a trigger's table; empty for a view or event
     */
    public record Key(Kind kind, Name name, String of) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::kind).thenComparing(Key::name).thenComparing(Key::of);

        /** Reads {@code name(integer, text)}, or a name alone where there are no parameters to tell. */
        public static Key routine(Kind kind, String signature) {
            int open = signature.indexOf('(');
            return open < 0
                    ? new Key(kind, Name.parse(signature.strip()), "")
                    : new Key(
                            kind,
                            Name.parse(signature.substring(0, open).strip()),
                            signature
                                    .substring(open + 1, signature.lastIndexOf(')'))
                                    .strip());
        }

        public static Key view(Kind kind, String name) {
            return new Key(kind, Name.parse(name), "");
        }

        public static Key trigger(String table, String name) {
            return new Key(Kind.TRIGGER, Name.parse(name), Name.parse(table).toString());
        }

        public static Key event(String name) {
            return new Key(Kind.EVENT, Name.parse(name), "");
        }

        /** A routine's name and parameters, as {@link #routine} reads them. */
        public String signature() {
            return name + "(" + of + ")";
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return switch (kind) {
                case FUNCTION, PROCEDURE -> signature();
                case VIEW, MATERIALIZED_VIEW, EVENT -> name.toString();
                case TRIGGER -> name + " on " + of;
            };
        }
    }

    /** A view of a query, or of whatever may stand behind a view's name. */
    public static CodeObject view(Kind kind, String name, String query) {
        String text = query.strip();
        return new CodeObject(Key.view(kind, name), BEHIND_NAME.matcher(text).matches() ? text : "as " + text);
    }

    public CodeObject withDefinition(String newDefinition) {
        return new CodeObject(key, newDefinition, indexes);
    }

    public CodeObject withIndexes(List<Index> newIndexes) {
        return new CodeObject(key, definition, newIndexes);
    }

    /** Whether the text has the name as a word of its own, or in quotes, within which a quote is doubled. */
    public boolean mentions(Name name) {
        String plain = name.name();
        return Stream.of(plain, plain.replace("\"", "\"\""), plain.replace("`", "``"))
                .distinct()
                .anyMatch(spelled -> Pattern.compile("(?i)(?<![\\w$])" + Pattern.quote(spelled) + "(?![\\w$])")
                        .matcher(definition)
                        .find());
    }
}
