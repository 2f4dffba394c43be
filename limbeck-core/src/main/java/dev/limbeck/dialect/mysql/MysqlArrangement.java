// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Statement;
import dev.limbeck.dialect.StoredObject;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts changes that copy their table into batches that say so, for the reader of the migration to see before it runs.
 * Tables that are created in the same migration are left out, for there is nothing to copy yet.
 */
final class MysqlArrangement {
    private final MysqlDialect dialect;
    private final Set<Name> created = new HashSet<>();
    private final List<Operation> arranged = new ArrayList<>();
    private Schema schema;

    MysqlArrangement(MysqlDialect dialect, Schema before) {
        this.dialect = dialect;
        this.schema = before;
    }

    List<Operation> arrange(List<Operation> operations) {
        for (Operation operation : MysqlPartitioning.around(MysqlNumbering.joined(operations, schema))) {
            if (operation instanceof Operation.CreateTable create) {
                created.add(create.definition().name());
            }
            add(operation);
            schema = operation.apply(schema);
        }
        return List.copyOf(arranged);
    }

    private void add(Operation operation) {
        Name table = operation.table();
        if (table == null || created.contains(table)) {
            arranged.add(operation);
            return;
        }
        Optional<Operation.AlterTable> batch = lastBatch(table);
        boolean joins = isCollation(operation) && batch.isPresent();
        if (!joins && !copies(table, operation)) {
            arranged.add(operation);
            return;
        }
        List<Operation> changes = new ArrayList<>();
        batch.ifPresent(present -> {
            changes.addAll(present.operations());
            arranged.remove(arranged.size() - 1);
        });
        changes.add(operation);
        arranged.add(new Operation.AlterTable(table, changes, true));
    }

    private Optional<Operation.AlterTable> lastBatch(Name table) {
        return arranged.stream()
                .skip(Math.max(0, arranged.size() - 1))
                .filter(Operation.AlterTable.class::isInstance)
                .map(Operation.AlterTable.class::cast)
                .filter(batch -> batch.mayCopyTable() && batch.table().equals(table))
                .findFirst();
    }

    /**
     * Whether columns may follow, which the database cannot tell from those that have just been given the same collation
     * for their own.
     */
    private static boolean isCollation(Operation operation) {
        return operation instanceof Operation.SetTableOption set && set.option().equals(MysqlTableOptions.COLLATE);
    }

    private boolean copies(Name table, Operation operation) {
        if (operation instanceof Operation.AlterTable) {
            return false;
        }
        List<Statement> free = compiled(new Operation.AlterTable(table, List.of(operation), true));
        return free.stream().anyMatch(statement -> statement.sql().endsWith(MysqlCompiler.COPIES))
                || (isOfOtherEngine(table) && !free.equals(compiled(operation)));
    }

    /** Whether another engine than InnoDB keeps a table: such a one changes next to nothing while others write. */
    private boolean isOfOtherEngine(Name table) {
        return schema.table(table)
                .filter(present -> present.options().containsKey(MysqlTableOptions.ENGINE))
                .isPresent();
    }

    private List<Statement> compiled(Operation operation) {
        return dialect.compile(operation, new Foreseen(dialect, schema));
    }

    /** What a database with these tables holds, and how it would keep them. */
    private record Foreseen(MysqlDialect dialect, Schema schema) implements Current {
        @Override
        public List<StoredObject> stored(Name table) {
            return schema.table(table).stream()
                    .map(present -> dialect.compile(new Operation.CreateTable(present), this)
                            .get(0)
                            .sql())
                    .map(sql -> new StoredObject("table", table.name(), table.name(), sql))
                    .toList();
        }
    }
}
