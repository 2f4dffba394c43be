// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.operation.DomainChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Dependencies;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What an operation brings and takes away, by the names of {@link Dependencies}.
 *
 * @param brings what is there, or is so, only after it
 * @param takes what is there, or is so, only before it
 */
record Footprint(Set<String> brings, Set<String> takes) {

    static Footprint of(Operation operation) {
        Set<String> brings = new LinkedHashSet<>();
        Set<String> takes = new LinkedHashSet<>();
        if (operation instanceof Operation.CreateTable create) {
            brings.addAll(parts(create.definition()));
        } else if (operation instanceof Operation.DropTable drop && drop.dropped() != null) {
            takes.addAll(parts(drop.dropped()));
        } else if (operation instanceof Operation.CreateCode create) {
            brings.add(Dependencies.code(create.object().key()));
        } else if (operation instanceof Operation.ReplaceCode replace) {
            brings.add(Dependencies.code(replace.object().key()));
        } else if (operation instanceof Operation.DropCode drop) {
            takes.add(Dependencies.code(drop.key()));
        } else if (operation instanceof Operation.CreateSequence create) {
            brings.add(Dependencies.sequence(create.sequence().name()));
        } else if (operation instanceof Operation.DropSequence drop) {
            takes.add(Dependencies.sequence(drop.name()));
        } else if (!types(operation, brings, takes)) {
            columns(operation, brings, takes);
        }
        return new Footprint(brings, takes);
    }

    private static boolean types(Operation operation, Set<String> brings, Set<String> takes) {
        if (operation instanceof Operation.CreateEnum create) {
            brings.add(Dependencies.type(create.type().name()));
        } else if (operation instanceof Operation.DropEnum drop) {
            takes.add(Dependencies.type(drop.name()));
        } else if (operation instanceof Operation.CreateDomain create) {
            brings.add(Dependencies.type(create.domain().name()));
        } else if (operation instanceof Operation.DropDomain drop) {
            takes.add(Dependencies.type(drop.name()));
        } else {
            return false;
        }
        return true;
    }

    private static void columns(Operation operation, Set<String> brings, Set<String> takes) {
        if (operation instanceof Operation.AddColumn add) {
            column(add.table(), add.column(), brings);
        } else if (operation instanceof Operation.DropColumn drop) {
            takes.add(Dependencies.column(drop.table(), drop.column()));
            takes.add(Dependencies.value(drop.table(), drop.column()));
        } else if (operation instanceof Operation.AlterColumn alter) {
            if (alter.change().newType() != null
                    || alter.change().newCollation().changes()) {
                takes.add(Dependencies.column(alter.table(), alter.column()));
                brings.add(Dependencies.column(alter.table(), alter.column()));
            }
            if (alter.change().newValue().changes()) {
                (alter.change().newValue().value() == null ? takes : brings)
                        .add(Dependencies.value(alter.table(), alter.column()));
            }
        } else if (operation instanceof Operation.AddConstraint add) {
            brings.add(Dependencies.constraint(
                    add.table(), String.valueOf(add.constraint().name())));
        } else if (operation instanceof Operation.DropConstraint drop) {
            takes.add(Dependencies.constraint(drop.table(), String.valueOf(drop.name())));
        } else if (operation instanceof Operation.CreateIndex create) {
            brings.add(Dependencies.index(create.table(), create.index().name()));
        } else if (operation instanceof Operation.DropIndex drop) {
            takes.add(Dependencies.index(drop.table(), drop.name()));
        } else if (operation instanceof Operation.AlterDomain alter && needsOthers(alter.change())) {
            brings.add(Dependencies.type(alter.domain()));
        }
    }

    private static boolean needsOthers(DomainChange change) {
        return !change.newChecks().isEmpty() || change.isMadeAnew();
    }

    private static void column(Name table, Column column, Set<String> into) {
        into.add(Dependencies.column(table, column.name()));
        into.add(Dependencies.value(table, column.name()));
    }

    /** A table and all that comes and goes with it. */
    private static Set<String> parts(Table table) {
        Set<String> parts = new LinkedHashSet<>();
        parts.add(Dependencies.table(table.name()));
        table.columns().forEach(column -> column(table.name(), column, parts));
        for (Constraint constraint : table.constraints()) {
            parts.add(Dependencies.constraint(table.name(), String.valueOf(constraint.name())));
        }
        for (Index index : table.indexes()) {
            parts.add(Dependencies.index(table.name(), index.name()));
        }
        return parts;
    }
}
