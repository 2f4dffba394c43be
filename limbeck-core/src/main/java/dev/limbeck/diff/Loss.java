// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an operation takes away that its reverse does not bring back, in words. */
public final class Loss {
    private Loss() {}

    /** What goes; empty where nothing does. */
    public static Optional<String> of(Operation operation) {
        if (operation instanceof Operation.DropTable drop) {
            boolean isPart = drop.dropped() != null && drop.dropped().columns().isEmpty();
            return Optional.of((isPart ? "the rows of the partition " : "the rows of table ") + drop.table());
        }
        if (operation instanceof Operation.DropColumn drop) {
            return Optional.of("the values of column " + drop.table() + "." + drop.column());
        }
        if (operation instanceof Operation.DropSequence drop) {
            return Optional.of("how far sequence " + drop.name() + " has counted");
        }
        if (operation instanceof Operation.AlterColumn alter) {
            return ofChange(alter);
        }
        return operation instanceof Operation.AlterEnum alter ? ofEnum(alter) : Optional.empty();
    }

    /** Whether a type takes less than another one, so that values may not fit. */
    public static boolean narrows(DataType before, DataType after) {
        return Narrowing.loses(before, after);
    }

    private static Optional<String> ofChange(Operation.AlterColumn alter) {
        ColumnChange undo = alter.undo();
        boolean narrower = alter.change().newType() != null
                && undo != null
                && undo.newType() != null
                && Narrowing.loses(undo.newType(), alter.change().newType());
        return narrower
                ? Optional.of("what of " + alter.table() + "." + alter.column() + " does not fit into "
                        + alter.change().newType())
                : Optional.empty();
    }

    private static Optional<String> ofEnum(Operation.AlterEnum alter) {
        List<String> removed = new ArrayList<>(alter.before() == null ? List.of() : alter.before());
        removed.removeAll(alter.values());
        return removed.isEmpty()
                ? Optional.empty()
                : Optional.of("the values " + String.join(", ", removed) + " of enum type " + alter.type());
    }
}
