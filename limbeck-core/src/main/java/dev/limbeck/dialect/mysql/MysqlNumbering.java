// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The changes of a table's keys, and of the column that numbers its rows, taken together where one cannot go without the
 * other: such a column must begin a key at all times.
 */
final class MysqlNumbering {
    private final Name table;
    private final Set<String> keyColumns = new HashSet<>();
    private final Set<String> numbering = new HashSet<>();
    /** Columns that a key which numbers the rows names: such a column goes with its key, and not before it. */
    private final Set<String> named = new HashSet<>();

    private MysqlNumbering(Table before, Table after) {
        this.table = before.name();
        for (Table each : List.of(before, after)) {
            each.primaryKey().ifPresent(key -> keyColumns.addAll(key.columns()));
            each.columns().stream()
                    .filter(column -> column.value() instanceof ColumnValue.Identity)
                    .map(Column::name)
                    .forEach(numbering::add);
        }
        keyColumns.addAll(numbering);
        before.constraints().stream().filter(this::isKey).forEach(key -> named.addAll(key.columns()));
        before.indexes().stream().filter(this::isKey).forEach(index -> named.addAll(MysqlForeignKeys.columns(index)));
    }

    /** The operations, with those that belong together as one batch, where the last of them stood. */
    static List<Operation> joined(List<Operation> operations, Schema before) {
        Schema after = Operation.applyAll(operations, before);
        List<Operation> joined = operations;
        for (Table table : before.tables().values()) {
            Table changed = after.tables().get(table.name());
            if (changed != null && !changed.equals(table)) {
                joined = new MysqlNumbering(table, changed).join(joined);
            }
        }
        return joined;
    }

    private List<Operation> join(List<Operation> operations) {
        List<Operation> together = operations.stream().filter(this::belongs).toList();
        if (together.stream().noneMatch(this::isOfKey) || together.stream().noneMatch(this::bindsOthers)) {
            return operations;
        }
        List<Operation> joined = new ArrayList<>();
        Operation last = together.get(together.size() - 1);
        for (Operation operation : operations) {
            if (operation == last) {
                joined.add(new Operation.AlterTable(table, together, true));
            } else if (!belongs(operation)) {
                joined.add(operation);
            }
        }
        return joined;
    }

    private boolean belongs(Operation operation) {
        if (!table.equals(operation.table())) {
            return false;
        }
        if (operation instanceof Operation.AddColumn add) {
            return keyColumns.contains(add.column().name());
        }
        if (operation instanceof Operation.DropColumn drop) {
            return keyColumns.contains(drop.column()) || named.contains(drop.column());
        }
        if (operation instanceof Operation.AlterColumn alter) {
            return keyColumns.contains(alter.column());
        }
        return isOfKey(operation);
    }

    private boolean isOfKey(Operation operation) {
        if (operation instanceof Operation.AddConstraint add) {
            return isKey(add.constraint());
        }
        if (operation instanceof Operation.DropConstraint drop) {
            return drop.dropped() != null && isKey(drop.dropped());
        }
        if (operation instanceof Operation.CreateIndex create) {
            return isKey(create.index());
        }
        return operation instanceof Operation.DropIndex drop && drop.dropped() != null && isKey(drop.dropped());
    }

    private boolean isKey(Constraint constraint) {
        return constraint instanceof Constraint.PrimaryKey
                || (constraint instanceof Constraint.Unique unique && numbersFirst(unique.columns()));
    }

    private boolean isKey(Index index) {
        return numbersFirst(MysqlForeignKeys.columns(index));
    }

    private boolean numbersFirst(List<String> columns) {
        return numbering.contains(columns.get(0));
    }

    /** Whether the change may be refused alone, as it makes, moves or lets go the column that numbers the rows. */
    private boolean bindsOthers(Operation operation) {
        if (operation instanceof Operation.AddColumn add) {
            return numbering.contains(add.column().name());
        }
        if (operation instanceof Operation.DropColumn drop) {
            return numbering.contains(drop.column());
        }
        if (operation instanceof Operation.AlterColumn alter) {
            return numbering.contains(alter.column());
        }
        boolean drops = operation instanceof Operation.DropConstraint || operation instanceof Operation.DropIndex;
        return drops && !numbering.isEmpty() && isOfKey(operation);
    }
}
