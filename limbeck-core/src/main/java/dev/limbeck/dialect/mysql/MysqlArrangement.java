// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.StoredObject;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        for (Operation operation : MysqlNumbering.joined(operations, schema)) {
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
        if (table == null || created.contains(table) || !copies(table, operation)) {
            arranged.add(operation);
            return;
        }
        List<Operation> changes = new ArrayList<>();
        int last = arranged.size() - 1;
        if (last >= 0
                && arranged.get(last) instanceof Operation.AlterTable batch
                && batch.mayCopyTable()
                && batch.table().equals(table)) {
            changes.addAll(batch.operations());
            arranged.remove(last);
        }
        changes.add(operation);
        arranged.add(new Operation.AlterTable(table, changes, true));
    }

    private boolean copies(Name table, Operation operation) {
        return !(operation instanceof Operation.AlterTable)
                && dialect
                        .compile(
                                new Operation.AlterTable(table, List.of(operation), true),
                                new Foreseen(dialect, schema))
                        .stream()
                        .anyMatch(statement -> statement.sql().endsWith(MysqlCompiler.COPIES));
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
