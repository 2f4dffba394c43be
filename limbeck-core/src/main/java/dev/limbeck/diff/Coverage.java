// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;

/** What a model source can express; a diff leaves alone what its source could not have said. */
public enum Coverage {
    /** A source in the database's own SQL. */
    EVERYTHING {
        @Override
        public boolean couldSay(Operation operation) {
            return true;
        }
    },
    /**
     * JPA: no partial or expression indexes, no index methods or included columns, no exclusion constraints, no code, no
     * table options or partitions, no extensions, no domains.
     */
    JPA {
        @Override
        public boolean invents() {
            return true;
        }

        @Override
        public boolean couldSay(Operation operation) {
            if (operation instanceof Operation.DropConstraint drop) {
                return !(drop.dropped() instanceof Constraint.Exclusion);
            }
            if (operation instanceof Operation.DropCode
                    || operation instanceof Operation.SetTableOption
                    || operation instanceof Operation.DropExtension
                    || operation instanceof Operation.DropDomain
                    || operation instanceof Operation.DropSchema) {
                return false;
            }
            if (operation instanceof Operation.DropTable drop && drop.dropped() != null) {
                // A partition: its columns are those of its table.
                return !drop.dropped().columns().isEmpty();
            }
            return !(operation instanceof Operation.DropIndex drop && drop.dropped() != null && !plain(drop.dropped()));
        }
    };

    /** Whether the name of a constraint or an index, and the order of a key's columns, may be nobody's choice. */
    public boolean invents() {
        return false;
    }

    /** Whether the source's silence about what this operation takes away means that it is not wanted. */
    public abstract boolean couldSay(Operation operation);

    private static boolean plain(Index index) {
        return index.where() == null
                && index.method() == null
                && index.include().isEmpty()
                && !index.nullsNotDistinct()
                && index.options().isEmpty()
                && index.parts().stream()
                        .noneMatch(part -> part.expression()
                                || part.operatorClass() != null
                                || part.collation() != null
                                || part.nulls() != null);
    }
}
