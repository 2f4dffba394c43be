// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Operations in the order in which SQLite has least to do: tables are created, then each is changed, at one go where it
 * must be rebuilt, then tables are dropped.
 *
 * <p>Operations of one table keep their order, and none passes one that is not about a single table, such as SQL of the
 * user's own. The order among tables is free, for foreign keys are not enforced while a migration runs.
 */
final class SqliteArrangement {
    private final List<Operation> arranged = new ArrayList<>();
    private final List<Operation> movable = new ArrayList<>();

    private SqliteArrangement() {}

    static List<Operation> of(List<Operation> operations) {
        SqliteArrangement arrangement = new SqliteArrangement();
        for (Operation operation : operations) {
            if (isMovable(operation)) {
                arrangement.movable.add(operation);
            } else {
                arrangement.flush();
                arrangement.arranged.add(operation);
            }
        }
        arrangement.flush();
        return List.copyOf(arrangement.arranged);
    }

    private static boolean isMovable(Operation operation) {
        return operation.table() != null
                && !(operation instanceof Operation.RenameTable
                        || operation instanceof Operation.AlterTable
                        || operation instanceof Operation.Backfill);
    }

    private void flush() {
        if (isFree()) {
            Map<Name, List<Operation>> groups = new LinkedHashMap<>();
            movable.forEach(operation -> groups.computeIfAbsent(table(operation), name -> new ArrayList<>())
                    .add(operation));
            groups.replaceAll((table, group) -> SqliteWholeTables.merge(group));
            groups.values().stream()
                    .flatMap(List::stream)
                    .filter(Operation.CreateTable.class::isInstance)
                    .forEach(arranged::add);
            groups.values().forEach(this::change);
            movable.stream()
                    .filter(Operation.DropTable.class::isInstance)
                    .map(drop -> last(groups.getOrDefault(table(drop), List.of(drop))))
                    .forEach(arranged::add);
        } else {
            inPlace();
        }
        movable.clear();
    }

    /** Only operations of a table that follow upon each other are taken together. */
    private void inPlace() {
        List<Operation> run = new ArrayList<>();
        for (Operation operation : movable) {
            if (!run.isEmpty() && !table(run.get(0)).equals(table(operation))) {
                arranged.addAll(batched(run));
                run.clear();
            }
            run.add(operation);
        }
        arranged.addAll(batched(run));
    }

    private void change(List<Operation> group) {
        arranged.addAll(
                batched(group.stream().filter(operation -> !isWhole(operation)).toList()));
    }

    /** The operations, with each run of changes of the table's form as one if it needs a rebuild. */
    private static List<Operation> batched(List<Operation> operations) {
        List<Operation> result = new ArrayList<>();
        List<Operation> run = new ArrayList<>();
        for (Operation operation : operations) {
            if (isWhole(operation) || isOfRows(operation)) {
                result.addAll(batch(run));
                run.clear();
                result.add(operation);
            } else {
                run.add(operation);
            }
        }
        result.addAll(batch(run));
        return result;
    }

    private static List<Operation> batch(List<Operation> run) {
        return run.stream().allMatch(SqliteNative::mayDo) && !replacesColumn(run)
                ? List.copyOf(run)
                : List.of(new Operation.AlterTable(table(run.get(0)), run));
    }

    /** Whether a column goes and comes back in another form, which one rebuild can do where a constraint names it. */
    private static boolean replacesColumn(List<Operation> run) {
        Set<String> dropped = new HashSet<>();
        for (Operation operation : run) {
            if (operation instanceof Operation.DropColumn drop) {
                dropped.add(drop.column());
            }
            if (operation instanceof Operation.AddColumn add
                    && dropped.contains(add.column().name())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWhole(Operation operation) {
        return operation instanceof Operation.CreateTable || operation instanceof Operation.DropTable;
    }

    private static boolean isOfRows(Operation operation) {
        return operation instanceof Operation.InsertRows || operation instanceof Operation.DeleteRows;
    }

    /** Whether no name is given up by one operation for another to take: of a table, or of an index elsewhere. */
    private boolean isFree() {
        Set<String> created = new HashSet<>();
        Set<String> dropped = new HashSet<>();
        Map<String, Name> indexes = new LinkedHashMap<>();
        boolean free = true;
        for (Operation operation : movable) {
            if (operation instanceof Operation.CreateTable) {
                created.add(SqliteNames.folded(table(operation).name()));
            }
            if (operation instanceof Operation.DropTable) {
                dropped.add(SqliteNames.folded(table(operation).name()));
            }
            for (String index : indexes(operation)) {
                free &= table(operation)
                        .equals(indexes.computeIfAbsent(SqliteNames.folded(index), name -> table(operation)));
            }
        }
        created.retainAll(dropped);
        return free && created.isEmpty();
    }

    private static List<String> indexes(Operation operation) {
        if (operation instanceof Operation.CreateIndex create) {
            return List.of(create.index().name());
        }
        if (operation instanceof Operation.DropIndex drop) {
            return List.of(drop.name());
        }
        if (operation instanceof Operation.RenameIndex rename) {
            return List.of(rename.name(), rename.newName());
        }
        Table table = null;
        if (operation instanceof Operation.CreateTable create) {
            table = create.definition();
        } else if (operation instanceof Operation.DropTable drop) {
            table = drop.dropped();
        }
        return table == null
                ? List.of()
                : table.indexes().stream().map(Index::name).toList();
    }

    private static Operation last(List<Operation> group) {
        return group.get(group.size() - 1);
    }

    private static Name table(Operation operation) {
        return Objects.requireNonNull(operation.table());
    }
}
