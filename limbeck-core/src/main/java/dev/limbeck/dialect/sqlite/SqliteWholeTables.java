// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.operation.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables that are created with the constraints they get right after, and dropped with those they lose right before.
 * Other databases have foreign keys in a circle added when both tables stand; here each would rebuild a new table.
 */
final class SqliteWholeTables {
    private SqliteWholeTables() {}

    /** The operations of one table, in their order. */
    static List<Operation> merge(List<Operation> operations) {
        Deque<Operation> merged = new ArrayDeque<>(operations);
        mergeCreated(merged);
        mergeDropped(merged);
        return List.copyOf(merged);
    }

    private static void mergeCreated(Deque<Operation> operations) {
        if (!(operations.peekFirst() instanceof Operation.CreateTable create)) {
            return;
        }
        operations.removeFirst();
        Operation.CreateTable whole = create;
        List<Operation> passed = new ArrayList<>();
        while (isAddition(operations.peekFirst())) {
            Operation next = operations.removeFirst();
            if (next instanceof Operation.AddConstraint add) {
                whole = new Operation.CreateTable(whole.definition().plus(add.constraint()));
            } else {
                passed.add(next);
            }
        }
        for (int i = passed.size() - 1; i >= 0; i--) {
            operations.addFirst(passed.get(i));
        }
        operations.addFirst(whole);
    }

    private static boolean isAddition(@Nullable Operation operation) {
        return operation instanceof Operation.AddConstraint || operation instanceof Operation.CreateIndex;
    }

    private static void mergeDropped(Deque<Operation> operations) {
        if (!(operations.peekLast() instanceof Operation.DropTable drop) || drop.dropped() == null) {
            return;
        }
        operations.removeLast();
        Operation.DropTable whole = drop;
        while (operations.peekLast() instanceof Operation.DropConstraint constraint
                && constraint.dropped() != null
                && whole.dropped() != null) {
            operations.removeLast();
            whole = new Operation.DropTable(whole.table(), whole.dropped().plus(constraint.dropped()));
        }
        operations.addLast(whole);
    }
}
