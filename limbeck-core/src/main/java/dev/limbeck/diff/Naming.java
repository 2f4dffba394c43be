// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Gives constraints and indexes that nobody named a name by a pattern: those without a name, and those whose name the
 * database or a JPA provider made up. The same thing has the same name in every database, whatever else there is.
 */
public final class Naming {
    /** How Hibernate names what has no name in the mapping: two letters or three and a hash. */
    private static final Pattern HIBERNATE = Pattern.compile("(?i)(fk|uk|uc|idx)[0-9a-z]{20,}");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");
    private static final int HASH_LENGTH = 9;

    private final Map<Kind, String> patterns;
    private final DiffRules rules;

    /** What can be named. */
    public enum Kind {
        PRIMARY_KEY,
        FOREIGN_KEY,
        UNIQUE,
        CHECK,
        INDEX;

        /** As settings name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What a pattern may contain. */
    public static final Set<String> PLACEHOLDERS = Set.of("table", "columns", "referred_table", "referred_columns");

    public Naming(Map<Kind, String> patterns, DiffRules rules) {
        this.patterns = new EnumMap<>(Kind.class);
        this.patterns.putAll(patterns);
        this.rules = rules;
    }

    /** The placeholders of a pattern that there are none of. */
    public static List<String> unknown(String pattern) {
        return PLACEHOLDER
                .matcher(pattern)
                .results()
                .map(placeholder -> placeholder.group(1))
                .filter(Predicate.not(PLACEHOLDERS::contains))
                .toList();
    }

    /** The schema with its names. */
    public Schema apply(Schema schema) {
        return patterns.isEmpty() ? schema : schema.mapTables(this::apply);
    }

    private Table apply(Table table) {
        Set<String> taken = new HashSet<>();
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            constraints.add(constraint.withName(unique(name(table, constraint), constraint.withName(null), taken)));
        }
        List<Index> indexes = new ArrayList<>();
        for (Index index : table.indexes()) {
            String name = unique(name(table, index), index.withName(""), taken);
            indexes.add(name == null ? index : index.withName(name));
        }
        return table.withConstraints(constraints).withIndexes(indexes);
    }

    private @Nullable String name(Table table, Constraint constraint) {
        Kind kind = kind(constraint);
        String pattern = kind == null ? null : patterns.get(kind);
        boolean named = constraint.name() != null
                && !HIBERNATE.matcher(constraint.name()).matches()
                && !rules.isInvented(table, constraint);
        boolean nameless = kind == Kind.PRIMARY_KEY && !rules.namesPrimaryKeys();
        if (pattern == null || named || nameless) {
            return constraint.name();
        }
        Map<String, String> values = new HashMap<>(Map.of(
                "table",
                table.name().name(),
                "columns",
                String.join("_", columns(table, constraint)),
                "referred_table",
                "",
                "referred_columns",
                ""));
        if (constraint instanceof Constraint.ForeignKey key) {
            values.put("referred_table", key.references().name());
            values.put("referred_columns", String.join("_", key.referencedColumns()));
        }
        return filled(pattern, values);
    }

    private String name(Table table, Index index) {
        String pattern = patterns.get(Kind.INDEX);
        if (pattern == null || !(HIBERNATE.matcher(index.name()).matches() || rules.isInvented(table, index))) {
            return index.name();
        }
        String columns = index.parts().stream()
                .map(part -> part.text().replaceAll("[^\\p{L}\\p{N}]+", "_"))
                .collect(Collectors.joining("_"));
        return filled(
                pattern,
                Map.of("table", table.name().name(), "columns", columns, "referred_table", "", "referred_columns", ""));
    }

    private static @Nullable Kind kind(Constraint constraint) {
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> Kind.PRIMARY_KEY;
            case FOREIGN_KEY -> Kind.FOREIGN_KEY;
            case UNIQUE -> Kind.UNIQUE;
            case CHECK -> Kind.CHECK;
            case EXCLUSION -> null;
        };
    }

    /** A check's columns are those whose names its text has. */
    private static List<String> columns(Table table, Constraint constraint) {
        if (!(constraint instanceof Constraint.Check check)) {
            return constraint.columns();
        }
        return table.columns().stream()
                .map(Column::name)
                .filter(name -> Pattern.compile("(?i)\\b" + Pattern.quote(name) + "\\b")
                        .matcher(check.expression().replaceAll("'[^']*'", "''"))
                        .find())
                .toList();
    }

    private String filled(String pattern, Map<String, String> values) {
        String name = PLACEHOLDER
                .matcher(pattern)
                .replaceAll(placeholder -> Matcher.quoteReplacement(values.getOrDefault(placeholder.group(1), "")));
        return shortened(name);
    }

    /** A name that is too long ends with a hash of what it would be, so that it is always the same one. */
    private String shortened(String name) {
        if (length(name) <= rules.longestName()) {
            return name;
        }
        String start = name;
        while (length(start) > rules.longestName() - HASH_LENGTH) {
            start = start.substring(0, start.offsetByCodePoints(start.length(), -1));
        }
        return start + "_" + hash(name);
    }

    /** A second thing of one name tells itself apart by what it says. */
    private @Nullable String unique(@Nullable String name, Object definition, Set<String> taken) {
        if (name == null || taken.add(name)) {
            return name;
        }
        String other = shortened(name + "_" + hash(definition.toString()));
        taken.add(other);
        return other;
    }

    private static int length(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String hash(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", checksum.getValue());
    }
}
