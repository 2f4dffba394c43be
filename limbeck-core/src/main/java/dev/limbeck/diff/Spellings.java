// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/** Conditions that a database spells in two ways, such as those that came back from a dump, make no difference. */
final class Spellings {
    private final DiffRules rules;
    private final Table before;

    private Spellings(DiffRules rules, Table before) {
        this.rules = rules;
        this.before = before;
    }

    /** The schema {@code to}, with the spelling of {@code from} wherever both mean the same. */
    static Schema of(Schema from, Schema to, DiffRules rules) {
        return to.mapTables(table -> from.table(table.name())
                .map(before -> new Spellings(rules, before).in(table))
                .orElse(table));
    }

    private Table in(Table after) {
        return after.withConstraints(
                        after.constraints().stream().map(this::asBefore).toList())
                .withIndexes(after.indexes().stream().map(this::asBefore).toList());
    }

    private Constraint asBefore(Constraint constraint) {
        return before.constraints().stream()
                .filter(old -> old instanceof Constraint.Check one
                        && constraint instanceof Constraint.Check other
                        && meaning(one).equals(meaning(other)))
                .findFirst()
                .orElse(constraint);
    }

    private Constraint meaning(Constraint.Check check) {
        return new Constraint.Check(
                check.name(), rules.meaning(check.expression()), check.noInherit(), check.notValid());
    }

    private Index asBefore(Index index) {
        return before.index(index.name())
                .filter(old -> old.withWhere(meaning(old.where())).equals(index.withWhere(meaning(index.where()))))
                .orElse(index);
    }

    private @Nullable String meaning(@Nullable String condition) {
        return condition == null ? null : rules.meaning(condition);
    }
}
