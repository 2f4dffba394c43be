// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The attributes of a composite type, as the text has them that the reader writes.
 *
 * @param attributes the quoted names with what stands behind them, in their order
 */
record PostgresqlComposite(Map<String, String> attributes) {
    private static final Pattern TEXT = Pattern.compile("(?s)create type .*? as \\(\n(.*)\n\\)");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s*(\"(?:[^\"]|\"\")++\"|\\S+) (.*)");
    private static final String INDENT = "    ";

    /** The statement that creates a type of attributes. */
    static String sql(Name type, List<String> attributes) {
        String name = PostgresqlCompiler.typeName(type);
        return attributes.isEmpty()
                ? "create type " + name + " as ()"
                : "create type " + name + " as (\n" + INDENT + String.join(",\n" + INDENT, attributes) + "\n)";
    }

    /** Reads what {@link #sql} writes; nothing where somebody else wrote it. */
    static Optional<PostgresqlComposite> parse(String definition) {
        Matcher text = TEXT.matcher(definition);
        if (!text.matches()) {
            return Optional.empty();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String line : List.of(text.group(1).split(",\n", -1))) {
            Matcher attribute = ATTRIBUTE.matcher(line);
            if (!attribute.matches()) {
                return Optional.empty();
            }
            attributes.put(attribute.group(1), attribute.group(2));
        }
        return Optional.of(new PostgresqlComposite(attributes));
    }

    /** What stands behind {@code alter type} to make another type of it; nothing where the order would not come out. */
    Optional<String> changes(PostgresqlComposite after) {
        List<String> order = new ArrayList<>(attributes.keySet());
        order.retainAll(after.attributes.keySet());
        after.attributes.keySet().stream()
                .filter(name -> !attributes.containsKey(name))
                .forEach(order::add);
        if (!order.equals(List.copyOf(after.attributes.keySet()))) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        attributes.keySet().stream()
                .filter(name -> !after.attributes.containsKey(name))
                .forEach(name -> words.add("drop attribute " + name));
        after.attributes.forEach((name, type) -> {
            if (!attributes.containsKey(name)) {
                words.add("add attribute " + name + " " + type);
            } else if (!type.equals(attributes.get(name))) {
                words.add("alter attribute " + name + " set data type " + type);
            }
        });
        return Optional.of(String.join(", ", words));
    }

    /** Whether an attribute has another type there. */
    boolean isRetyped(PostgresqlComposite after) {
        return attributes.entrySet().stream()
                .anyMatch(each -> !after.attributes
                        .getOrDefault(each.getKey(), each.getValue())
                        .equals(each.getValue()));
    }

    boolean hasSameNames(PostgresqlComposite after) {
        return List.copyOf(attributes.keySet()).equals(List.copyOf(after.attributes.keySet()));
    }

    /** A value of this type as one of another type, null in what this one has no attribute for. */
    String row(String value, PostgresqlComposite after, String type) {
        List<String> parts = new ArrayList<>();
        after.attributes.forEach((name, words) ->
                parts.add(attributes.containsKey(name) ? attribute(value, name) + "::" + typeOf(words) : "null"));
        return rowOf(value, parts, type);
    }

    /** A value of this type as one of the type that takes its place, where some of the attributes' types are others. */
    String row(String value, Predicate<String> isAnother, String type) {
        List<String> parts = new ArrayList<>();
        attributes.forEach((name, words) ->
                parts.add(attribute(value, name) + (isAnother.test(words) ? "::text::" + typeOf(words) : "")));
        return rowOf(value, parts, type);
    }

    private static String attribute(String value, String name) {
        return "(" + value + ")." + name;
    }

    private static String typeOf(String words) {
        return words.split(" collate ", 2)[0];
    }

    private static String rowOf(String value, List<String> parts, String type) {
        return "(case when " + value + " is not distinct from null then null else row(" + String.join(", ", parts)
                + ")::" + type + " end)";
    }
}
