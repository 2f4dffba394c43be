// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What hangs on what, as a database says it of itself; nothing where it does not. It follows from the definitions, and
 * so makes no difference between two schemas: any two are equal.
 */
public final class Dependencies {
    public static final Dependencies UNKNOWN = new Dependencies(Map.of(), false);

    private final boolean known;
    private final Map<String, Set<String>> needs;
    private final Map<String, Set<String>> needed = new HashMap<>();

    private Dependencies(Map<String, Set<String>> needs, boolean known) {
        this.needs = needs;
        this.known = known;
        needs.forEach((user, used) -> used.forEach(
                each -> needed.computeIfAbsent(each, key -> new TreeSet<>()).add(user)));
    }

    /** Each thing with what it needs at once, all by the names that the methods below give. */
    public static Dependencies of(Map<String, ? extends Collection<String>> needs) {
        Map<String, Set<String>> copy = new TreeMap<>();
        needs.forEach((user, used) -> {
            Set<String> others = new TreeSet<>(used);
            others.remove(user);
            copy.put(user, others);
        });
        return new Dependencies(copy, true);
    }

    public static String table(Name table) {
        return "table " + table;
    }

    public static String column(Name table, String column) {
        return "column " + table + " " + column;
    }

    /** The default of a column, or the expression that computes it. */
    public static String value(Name table, String column) {
        return "value " + table + " " + column;
    }

    public static String constraint(Name table, String constraint) {
        return "constraint " + table + " " + constraint;
    }

    /** An index of a table; it lies in the table's schema. */
    public static String index(Name table, String index) {
        return "index " + table.withName(index);
    }

    public static String sequence(Name sequence) {
        return "sequence " + sequence;
    }

    /** An enum type, a domain, or a type that is a {@link CodeObject}. */
    public static String type(Name type) {
        return "type " + type;
    }

    public static String code(CodeObject.Key key) {
        return key.kind().label() + " " + key;
    }

    public boolean isKnown() {
        return known;
    }

    /** What a thing needs at once. */
    public Set<String> of(String thing) {
        return needs.getOrDefault(thing, Set.of());
    }

    /** What hangs on a thing at once. */
    public Set<String> on(String thing) {
        return needed.getOrDefault(thing, Set.of());
    }

    /** All that hangs on any of these things, directly or not, and these themselves. */
    public Set<String> allOn(Collection<String> things) {
        Set<String> found = new LinkedHashSet<>(things);
        Deque<String> waiting = new ArrayDeque<>(things);
        while (!waiting.isEmpty()) {
            for (String user : on(waiting.remove())) {
                if (found.add(user)) {
                    waiting.add(user);
                }
            }
        }
        return found;
    }

    /** Any two are equal, as a schema is what it is whether this is known of it or not. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Dependencies;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return !known ? "unknown" : needs.size() + " things";
    }
}
