// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives the rows of columns whose values a check or the column's type lists the new names of values: while no check is
 * there, or while the type takes the old name and the new one.
 */
public final class ListedValues {
    private final List<Rename> values;
    private final DiffRules rules;
    private final List<Operation> steps = new ArrayList<>();
    private Schema now;

    private ListedValues(Schema before, List<Rename> values, DiffRules rules) {
        this.now = before;
        this.values = values;
        this.rules = rules;
    }

    /** The operations, with an update of the rows where there is room for both names. */
    public static List<Operation> steps(
            List<Operation> operations, Schema before, List<Rename> values, DiffRules rules) {
        if (values.isEmpty()) {
            return operations;
        }
        ListedValues listed = new ListedValues(before, values, rules);
        for (Operation operation : operations) {
            listed.add(operation);
            listed.now = operation.apply(listed.now);
        }
        return List.copyOf(listed.steps);
    }

    /** The tables whose rows are changed so. */
    public static Set<Name> tables(List<Rename> values, Schema schema) {
        Set<Name> tables = new LinkedHashSet<>();
        for (Name table : schema.tables().keySet()) {
            if (values.stream()
                    .anyMatch(rename -> table.toString().equals(rename.where().schema()))) {
                tables.add(table);
            }
        }
        return tables;
    }

    private void add(Operation operation) {
        if (operation instanceof Operation.AddConstraint added) {
            ValueList.of(added.constraint()).ifPresent(list -> update(added.table(), list));
            steps.add(operation);
        } else if (operation instanceof Operation.AlterColumn altered
                && altered.change().newType() != null) {
            retype(altered, altered.change().newType());
        } else {
            steps.add(operation);
        }
    }

    private void retype(Operation.AlterColumn altered, DataType type) {
        Optional<Column> column = now.table(altered.table()).flatMap(table -> table.column(altered.column()));
        Optional<ValueList> after = column.flatMap(before -> ValueList.of(before.withType(type)));
        List<Rename> renamed = after.map(list -> renamed(altered.table(), list)).orElse(List.of());
        if (column.isPresent() && !renamed.isEmpty()) {
            DataType old = column.get().type();
            Set<String> both = new LinkedHashSet<>(old.arguments());
            both.addAll(type.arguments());
            DataType union = new DataType(type.name(), List.copyOf(both), type.arrayDimensions());
            steps.add(new Operation.AlterColumn(
                    altered.table(), altered.column(), ColumnChange.NONE.type(union), ColumnChange.NONE.type(old)));
            after.ifPresent(list -> update(altered.table(), list));
        }
        steps.add(altered);
    }

    private List<Rename> renamed(Name table, ValueList list) {
        return values.stream()
                .filter(rename -> table.toString().equals(rename.where().schema())
                        && rename.where().name().equalsIgnoreCase(list.column())
                        && list.values().contains(rename.to()))
                .toList();
    }

    private void update(Name table, ValueList list) {
        for (Rename rename : renamed(table, list)) {
            String column = rules.quote(now.table(table).stream()
                    .flatMap(found -> found.columns().stream())
                    .map(Column::name)
                    .filter(name -> name.equalsIgnoreCase(list.column()))
                    .findFirst()
                    .orElse(list.column()));
            steps.add(new Operation.Execute(
                    "update " + table.inSql(rules::quote) + " set " + column + " = " + rules.literal(rename.to())
                            + " where " + column + " = " + rules.literal(rename.from()),
                    List.of()));
        }
    }
}
