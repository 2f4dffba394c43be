// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A view, function, trigger, policy or the like: an object that a database keeps as a text.
 *
 * @param definition for a view what stands behind its name, {@code as} included; for others the whole statement that
 *     makes it so
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
        COLLATION("collation", Form.NAME),
        TEXT_SEARCH_DICTIONARY("text search dictionary", Form.NAME),
        TEXT_SEARCH_CONFIGURATION("text search configuration", Form.NAME),
        /** What becomes of one kind of token in a text search configuration. */
        TEXT_SEARCH_MAPPING("text search mapping", Form.PHRASE),
        /** A composite or range type. */
        TYPE("type", Form.NAME),
        FUNCTION("function", Form.SIGNATURE),
        PROCEDURE("procedure", Form.SIGNATURE),
        OPERATOR("operator", Form.PHRASE),
        AGGREGATE("aggregate", Form.SIGNATURE),
        CAST("cast", Form.PHRASE),
        VIEW("view", Form.NAME),
        MATERIALIZED_VIEW("materialized view", Form.NAME),
        STATISTICS("statistics", Form.NAME),
        TRIGGER("trigger", Form.ON_TABLE),
        RULE("rule", Form.ON_TABLE),
        POLICY("policy", Form.ON_TABLE),
        EVENT("event", Form.NAME),
        EVENT_TRIGGER("event trigger", Form.NAME),
        /** What is said of an object behind its creation, such as that a trigger is disabled. */
        SETTING("setting", Form.PHRASE),
        /** The comment on an object that has none of its own in a {@link Schema}. */
        COMMENT("comment", Form.PHRASE),
        OWNER("owner", Form.PHRASE),
        /** What one role may do with one object, or what a role that usually may do it may not. */
        PRIVILEGE("privilege", Form.PHRASE),
        DEFAULT_PRIVILEGE("default privilege", Form.PHRASE);

        private final String label;
        private final Form form;

        Kind(String label, Form form) {
            this.label = label;
            this.form = form;
        }

        /** The kind that a label names. */
        public static Kind labelled(String label) {
            return Stream.of(values())
                    .filter(kind -> kind.label.equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no kind of object called \"" + label
                            + "\"; write one of "
                            + Stream.of(values()).map(Kind::label).collect(Collectors.joining(", "))));
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

        /** Whether it stands on a table and is named for that table alone. */
        public boolean isOnTable() {
            return form == Form.ON_TABLE;
        }

        /** Whether it says who may do what, which is often the business of others than those who write the models. */
        public boolean isAccess() {
            return this == OWNER || this == PRIVILEGE || this == DEFAULT_PRIVILEGE;
        }
    }

    /** How the objects of a kind are told apart. */
    private enum Form {
        NAME,
        /** By a name and the types of parameters: {@code slug(text)}. */
        SIGNATURE,
        /** By a name and a table: {@code touched on books}. */
        ON_TABLE,
        /** By words in SQL, such as those that say what a comment is on. */
        PHRASE
    }

    /**
     * What tells an object from others of its kind.
     *
     * @param of the types of a routine's parameters, or a trigger's table; empty for a view or event
     */
    public record Key(Kind kind, Name name, String of) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::kind).thenComparing(Key::name).thenComparing(Key::of);

        private static final String ON = " on ";

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
            return onTable(Kind.TRIGGER, table, name);
        }

        /** A trigger, rule or policy. */
        public static Key onTable(Kind kind, String table, String name) {
            return new Key(kind, Name.parse(name), Name.parse(table).toString());
        }

        /** What is named by words in SQL. */
        public static Key phrase(Kind kind, String words) {
            return new Key(kind, Name.of(words), "");
        }

        /** Reads what {@link #toString} writes. */
        public static Key parse(Kind kind, String text) {
            return switch (kind.form) {
                case NAME -> view(kind, text.strip());
                case SIGNATURE -> routine(kind, text);
                case ON_TABLE -> {
                    int on = text.lastIndexOf(ON);
                    if (on < 0) {
                        throw new IllegalArgumentException("\"" + text + "\" names no " + kind.label()
                                + ", which is named with its table; write NAME on TABLE");
                    }
                    yield onTable(
                            kind,
                            text.substring(on + ON.length()).strip(),
                            text.substring(0, on).strip());
                }
                case PHRASE -> phrase(kind, text.strip());
            };
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
            return switch (kind.form) {
                case SIGNATURE -> signature();
                case NAME -> name.toString();
                case ON_TABLE -> name + ON + of;
                case PHRASE -> name.name();
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
        return words().mention(name);
    }

    /** The words of the text, for those who ask for many names. */
    public Words words() {
        return Words.of(definition);
    }
}
