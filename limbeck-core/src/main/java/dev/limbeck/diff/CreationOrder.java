// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * An order in which tables can be created one after the other: each after those it refers to. Where they refer to each
 * other in a circle, or to one that comes with its parts, a foreign key is postponed until all of them are there.
 *
 * @param tables the tables, without the postponed foreign keys
 * @param postponed the foreign keys to add at the end, by table
 */
record CreationOrder(List<Table> tables, Map<Name, List<Constraint.ForeignKey>> postponed) {

    /**
     * Orders tables.
     *
     * @param present whether a foreign key to a table that is not among these finds its key there
     * @param rules which tables are parts of others, and whether a foreign key may refer to what is not there yet
     */
    static CreationOrder of(List<Table> tables, Predicate<Constraint.ForeignKey> present, DiffRules rules) {
        boolean dangling = rules.foreignKeysMayDangle();
        SortedMap<Name, Table> waiting = new TreeMap<>();
        tables.forEach(table -> waiting.put(table.name(), table));
        List<Table> ordered = new ArrayList<>();
        Map<Name, List<Constraint.ForeignKey>> postponed = new LinkedHashMap<>();
        while (!waiting.isEmpty()) {
            Table next = waiting.values().stream()
                    .filter(table -> hasParents(table, waiting, rules)
                            && table.foreignKeys().stream().noneMatch(key -> waits(key, table, waiting)))
                    .findFirst()
                    .orElseGet(() -> fewestWaits(waiting, rules));
            waiting.remove(next.name());
            ordered.add(dangling ? next : withoutPostponed(next, waiting, tables, present, rules, postponed));
        }
        return new CreationOrder(List.copyOf(ordered), postponed);
    }

    private static boolean hasParents(Table table, Map<Name, Table> waiting, DiffRules rules) {
        return rules.parents(table).stream().noneMatch(waiting::containsKey);
    }

    private static boolean waits(Constraint.ForeignKey key, Table table, Map<Name, Table> waiting) {
        return waiting.containsKey(key.references()) && !key.references().equals(table.name());
    }

    /** The table whose foreign keys are postponed to break a circle; the first by name where several will do. */
    private static Table fewestWaits(SortedMap<Name, Table> waiting, DiffRules rules) {
        return Collections.min(
                waiting.values().stream()
                        .filter(table -> hasParents(table, waiting, rules))
                        .toList(),
                Comparator.comparingLong((Table table) -> table.foreignKeys().stream()
                        .filter(key -> waits(key, table, waiting))
                        .count()));
    }

    private static Table withoutPostponed(
            Table table,
            Map<Name, Table> waiting,
            List<Table> created,
            Predicate<Constraint.ForeignKey> present,
            DiffRules rules,
            Map<Name, List<Constraint.ForeignKey>> postponed) {
        Table result = table;
        for (Constraint.ForeignKey key : table.foreignKeys()) {
            boolean isNew = created.stream().anyMatch(each -> each.name().equals(key.references()));
            // Such a key would keep the parts from being dropped one by one.
            boolean hasParts =
                    created.stream().anyMatch(each -> rules.parents(each).contains(key.references()));
            if (hasParts || waits(key, table, waiting) || (!isNew && !present.test(key))) {
                result = result.minus(key);
                postponed
                        .computeIfAbsent(table.name(), name -> new ArrayList<>())
                        .add(key);
            }
        }
        return result;
    }
}
