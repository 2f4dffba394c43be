// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that one table gives up and another takes, as those of constraints and indexes when a table is renamed by
 * hand: while the old table is there, the new one cannot be made.
 */
final class NamesAnew {
    private NamesAnew() {}

    /**
     * The tables to be dropped that hold such a name, with those that hang on them. One that hangs on a table that stays
     * is no such table: it can go only after that one has changed.
     */
    static Set<Name> heldBy(List<Table> dropped, Schema from, Schema to, DiffRules rules) {
        Set<Name> taken = taken(from, to, rules);
        Set<Name> holding = dropped.stream()
                .filter(table -> rules.namesOfItsOwn(table).stream().anyMatch(taken::contains))
                .map(Table::name)
                .collect(Collectors.toCollection(HashSet::new));
        boolean more = !holding.isEmpty();
        while (more) {
            more = holding.addAll(dropped.stream()
                    .filter(table -> hangsOn(table, holding, rules))
                    .map(Table::name)
                    .toList());
        }
        Collection<Table> staying = from.tables().values().stream()
                .filter(table -> to.table(table.name()).isPresent())
                .toList();
        return staying.stream().flatMap(table -> rules.parents(table).stream()).anyMatch(holding::contains)
                ? Set.of()
                : holding;
    }

    private static Set<Name> taken(Schema from, Schema to, DiffRules rules) {
        return to.tables().values().stream()
                .flatMap(after -> {
                    Set<Name> had =
                            from.table(after.name()).map(rules::namesOfItsOwn).orElse(Set.of());
                    return rules.namesOfItsOwn(after).stream().filter(name -> !had.contains(name));
                })
                .collect(Collectors.toSet());
    }

    private static boolean hangsOn(Table table, Set<Name> others, DiffRules rules) {
        return Stream.concat(table.foreignKeys().stream().map(key -> key.references()), rules.parents(table).stream())
                .anyMatch(others::contains);
    }
}
