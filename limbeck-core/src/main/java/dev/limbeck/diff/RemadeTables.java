// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.schema.Dependencies;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Tables that cannot become what they are to be, and so are dropped, with all that hangs on them, and made anew. */
final class RemadeTables {
    private final Schema from;
    private final DiffRules rules;
    private final Set<Name> tables;

    private RemadeTables(Schema from, DiffRules rules, Set<Name> tables) {
        this.from = from;
        this.rules = rules;
        this.tables = tables;
    }

    /** The schema in between, in which they are not; none where every table can become what it is to be. */
    static Optional<Schema> between(Schema from, Schema to, DiffRules rules) {
        Set<Name> tables = new LinkedHashSet<>();
        for (Table after : to.tables().values()) {
            from.table(after.name())
                    .filter(before -> rules.isMadeAnew(before, after))
                    .ifPresent(before -> tables.add(before.name()));
        }
        return tables.isEmpty() ? Optional.empty() : Optional.of(new RemadeTables(from, rules, tables).without());
    }

    private Schema without() {
        boolean more = true;
        while (more) {
            more = tables.addAll(from.tables().values().stream()
                    .filter(table -> rules.parents(table).stream().anyMatch(tables::contains))
                    .map(Table::name)
                    .toList());
        }
        Schema rest = from;
        for (Name name : tables) {
            rest = rest.withoutTable(name);
        }
        for (Sequence sequence : from.sequences().values()) {
            if (sequence.owner() != null && tables.contains(sequence.owner().table())) {
                rest = rest.with(sequence.withOwner(null));
            }
        }
        Set<String> hanging = hanging();
        return rest.mapTables(table -> table.withConstraints(table.constraints().stream()
                        .filter(constraint -> table.foreignKeys().stream()
                                .noneMatch(key -> key.equals(constraint) && tables.contains(key.references())))
                        .toList()))
                .withCode(rest.code().values().stream()
                        .filter(object -> !hanging.contains(Dependencies.code(object.key())))
                        .toList());
    }

    private Set<String> hanging() {
        Set<String> things = new LinkedHashSet<>();
        for (Name name : tables) {
            things.add(Dependencies.table(name));
            from.table(name)
                    .ifPresent(table ->
                            table.columns().forEach(column -> things.add(Dependencies.column(name, column.name()))));
        }
        return from.dependencies().allOn(things);
    }
}
