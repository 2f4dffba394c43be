// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which things of a schema are compared at all, by patterns of their names; the same on both sides. */
public final class Selection {
    private final Map<Kind, List<Glob>> included = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Glob>> excluded = new EnumMap<>(Kind.class);

    /** What can be chosen from. */
    public enum Kind {
        SCHEMAS,
        TABLES,
        COLUMNS,
        CONSTRAINTS,
        INDEXES,
        SEQUENCES,
        TYPES,
        VIEWS,
        FUNCTIONS,
        PROCEDURES,
        TRIGGERS,
        POLICIES,
        EXTENSIONS,
        /** Whatever else there is: rules, events, aggregates, comments, privileges and so on, by their own names. */
        OBJECTS;

        /** As settings name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is left of a schema.
     *
     * @param ignored what is not: the thing, and the setting that says so
     */
    public record Selected(Schema schema, Map<String, String> ignored) {}

    /** Patterns by kind; none included means all. */
    public Selection(Map<Kind, List<String>> include, Map<Kind, List<String>> exclude) {
        include.forEach((kind, patterns) ->
                included.put(kind, patterns.stream().map(Glob::of).toList()));
        exclude.forEach((kind, patterns) ->
                excluded.put(kind, patterns.stream().map(Glob::of).toList()));
    }

    /** The setting by which a thing is not compared. */
    private Optional<String> reason(Kind kind, String owner, String name) {
        List<Glob> wanted = included.getOrDefault(kind, List.of());
        if (!wanted.isEmpty() && wanted.stream().noneMatch(glob -> glob.matches(owner, name))) {
            return Optional.of("limbeck.include." + kind.word());
        }
        return excluded.getOrDefault(kind, List.of()).stream()
                .filter(glob -> glob.matches(owner, name))
                .map(glob -> "limbeck.exclude." + kind.word() + "=" + glob.text())
                .findFirst();
    }

    private Optional<String> reason(Kind kind, Name name) {
        String schema = name.schema() == null ? "" : name.schema();
        return reason(kind, schema, name.name())
                .or(() -> schema.isEmpty() ? Optional.empty() : reason(Kind.SCHEMAS, "", schema));
    }

    /** The part of a schema that is compared. */
    public Selected of(Schema schema) {
        if (included.isEmpty() && excluded.isEmpty()) {
            return new Selected(schema, Map.of());
        }
        return new Pass().of(schema);
    }

    /** One walk through a schema. */
    private final class Pass {
        private final Map<String, String> ignored = new TreeMap<>();

        Selected of(Schema schema) {
            List<Table> tables = kept(schema.tables().values(), "table ", Kind.TABLES, Table::name).stream()
                    .map(this::of)
                    .toList();
            Schema selected = Schema.of(
                            tables,
                            kept(schema.sequences().values(), "sequence ", Kind.SEQUENCES, each -> each.name()),
                            kept(schema.enums().values(), "enum type ", Kind.TYPES, each -> each.name()))
                    .withCode(kept(
                            schema.code().values(),
                            object -> reason(object.key()),
                            object -> object.key().kind().label() + " " + object.key()))
                    .withDomains(kept(schema.domains().values(), "domain ", Kind.TYPES, each -> each.name()))
                    .withExtensions(kept(
                            schema.extensions().values(),
                            each -> reason(Kind.EXTENSIONS, "", each.name()),
                            each -> "extension " + each.name()))
                    .withSchemas(
                            kept(schema.schemas(), each -> reason(Kind.SCHEMAS, "", each), each -> "schema " + each))
                    .withDependencies(schema.dependencies());
            return new Selected(selected, ignored);
        }

        private Optional<String> reason(CodeObject.Key key) {
            return switch (key.kind()) {
                case VIEW, MATERIALIZED_VIEW -> Selection.this.reason(Kind.VIEWS, key.name());
                case FUNCTION -> Selection.this.reason(Kind.FUNCTIONS, key.name());
                case PROCEDURE -> Selection.this.reason(Kind.PROCEDURES, key.name());
                case COLLATION, TYPE -> Selection.this.reason(Kind.TYPES, key.name());
                case TRIGGER -> ofTable(Kind.TRIGGERS, key);
                case POLICY -> ofTable(Kind.POLICIES, key);
                case RULE -> ofTable(Kind.OBJECTS, key);
                case AGGREGATE, STATISTICS, EVENT, TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION ->
                    Selection.this.reason(Kind.OBJECTS, key.name());
                case OPERATOR,
                        CAST,
                        TEXT_SEARCH_MAPPING,
                        EVENT_TRIGGER,
                        SETTING,
                        COMMENT,
                        OWNER,
                        PRIVILEGE,
                        DEFAULT_PRIVILEGE -> reason(Kind.OBJECTS, "", key.toString());
            };
        }

        private Optional<String> ofTable(Kind kind, CodeObject.Key key) {
            return reason(kind, key.of(), key.name().name())
                    .or(() -> Selection.this.reason(Kind.TABLES, Name.parse(key.of())));
        }

        private Optional<String> reason(Kind kind, String owner, String name) {
            return Selection.this.reason(kind, owner, name);
        }

        private <T> List<T> kept(Collection<T> things, String label, Kind kind, Function<T, Name> name) {
            return kept(
                    things, each -> Selection.this.reason(kind, name.apply(each)), each -> label + name.apply(each));
        }

        private <T> List<T> kept(
                Collection<T> things, Function<T, Optional<String>> reason, Function<T, String> label) {
            List<T> kept = new ArrayList<>();
            for (T each : things) {
                Optional<String> why = reason.apply(each);
                if (why.isPresent()) {
                    ignored.put(label.apply(each), why.get());
                } else {
                    kept.add(each);
                }
            }
            return kept;
        }

        private Table of(Table table) {
            String owner = table.name().toString();
            TreeSet<String> gone = new TreeSet<>();
            Table columns = table.withColumns(kept(
                    table.columns(),
                    column -> {
                        Optional<String> why = reason(Kind.COLUMNS, owner, column.name());
                        why.ifPresent(setting -> gone.add(column.name()));
                        return why;
                    },
                    column -> "column " + owner + "." + column.name()));
            Predicate<Stream<String>> isWhole = names -> names.noneMatch(gone::contains);
            return columns.withConstraints(kept(
                            table.constraints().stream()
                                    .filter(constraint -> isWhole.test(constraint.columns().stream()))
                                    .toList(),
                            constraint -> reason(Kind.CONSTRAINTS, owner, name(constraint)),
                            constraint -> constraint.kind().label() + " " + owner + "." + name(constraint)))
                    .withIndexes(kept(
                            table.indexes().stream()
                                    .filter(index ->
                                            isWhole.test(index.parts().stream().map(Index.Part::text)))
                                    .toList(),
                            index -> reason(Kind.INDEXES, owner, index.name()),
                            index -> "index " + owner + "." + index.name()));
        }
    }

    private static String name(Constraint constraint) {
        return constraint.name() == null ? "" : constraint.name();
    }
}
