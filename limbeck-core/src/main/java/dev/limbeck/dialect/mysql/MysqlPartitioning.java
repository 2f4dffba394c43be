// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How a table is cut into partitions, and what engine keeps it, among other changes. Its keys have to name the columns by
 * which it is cut, {@code key ()} cuts by the primary key, and no foreign key leads to or from such a table. So it stops before
 * these change, and begins after they did.
 */
final class MysqlPartitioning {
    private static final Set<String> BINDING = Set.of(MysqlTableOptions.PARTITION, MysqlTableOptions.ENGINE);

    private final List<Operation> ordered = new ArrayList<>();

    private MysqlPartitioning(List<Operation> operations) {
        ordered.addAll(operations);
    }

    static List<Operation> around(List<Operation> operations) {
        MysqlPartitioning partitioning = new MysqlPartitioning(operations);
        operations.stream()
                .filter(operation ->
                        operation instanceof Operation.SetTableOption set && BINDING.contains(set.option()))
                .forEach(operation -> partitioning.move((Operation.SetTableOption) operation));
        return List.copyOf(partitioning.ordered);
    }

    private void move(Operation.SetTableOption set) {
        Name table = set.table();
        List<Operation> others = ordered.stream()
                .filter(operation -> !operation.equals(set) && concerns(operation, table))
                .toList();
        if (others.isEmpty() || (isChange(set) && others.stream().noneMatch(MysqlPartitioning::isOfKey))) {
            return;
        }
        ordered.remove(set);
        if (set.value() != null) {
            String before = isChange(set) ? null : set.before();
            ordered.add(
                    ordered.lastIndexOf(others.get(others.size() - 1)) + 1,
                    new Operation.SetTableOption(table, set.option(), set.value(), before));
        }
        if (set.before() != null) {
            ordered.add(
                    ordered.indexOf(others.get(0)),
                    new Operation.SetTableOption(table, set.option(), null, set.before()));
        }
    }

    private static boolean concerns(Operation operation, Name table) {
        boolean refers = (operation instanceof Operation.CreateTable create && refers(create.definition(), table))
                || (operation instanceof Operation.DropTable drop
                        && drop.dropped() != null
                        && refers(drop.dropped(), table));
        return refers || Objects.equals(operation.table(), table);
    }

    private static boolean refers(Table from, Name to) {
        return from.foreignKeys().stream().anyMatch(key -> key.references().equals(to));
    }

    private static boolean isChange(Operation.SetTableOption set) {
        return set.before() != null && set.value() != null;
    }

    private static boolean isOfKey(Operation operation) {
        if (operation instanceof Operation.AlterTable batch) {
            return batch.operations().stream().anyMatch(MysqlPartitioning::isOfKey);
        }
        return (operation instanceof Operation.AddConstraint add && isKey(add.constraint()))
                || (operation instanceof Operation.DropConstraint drop
                        && drop.dropped() != null
                        && isKey(drop.dropped()));
    }

    private static boolean isKey(Constraint constraint) {
        return constraint.kind() == Constraint.Kind.PRIMARY_KEY || constraint.kind() == Constraint.Kind.UNIQUE;
    }
}
