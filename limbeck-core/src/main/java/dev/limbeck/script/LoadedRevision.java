// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.revision.Direction;
import java.util.List;

/** A revision that can be asked what it does. */
public sealed interface LoadedRevision permits JavaRevision, SqlRevision, RecordedRevision {

    RevisionScript script();

    /** How long its statements may wait and run in a direction, as far as its file says so. */
    TimeLimits limits(Direction direction);

    /**
     * Tells the target the operations of the upgrade, in order.
     *
     * @throws dev.limbeck.error.MigrationException with code SCRIPT_FAILED if the migration's own code throws; otherwise
     *     what the target throws
     */
    void upgrade(OperationTarget target);

    /** The same for the downgrade; one without a way back is an {@code Irreversible}. */
    void downgrade(OperationTarget target);

    /** The one of the two that leads in a direction. */
    default void run(Direction direction, OperationTarget target) {
        if (direction == Direction.UPGRADE) {
            upgrade(target);
        } else {
            downgrade(target);
        }
    }

    /**
     * The operations of the upgrade, without a database.
     *
     * @throws dev.limbeck.error.MigrationException with code NO_DATABASE_TO_ASK if the revision asks one
     */
    default List<LocatedOperation> upgrade() {
        OperationList list = new OperationList(script());
        upgrade(list);
        return list.operations();
    }

    /** The operations of the downgrade, without a database. */
    default List<LocatedOperation> downgrade() {
        OperationList list = new OperationList(script());
        downgrade(list);
        return list.operations();
    }

    /**
     * The same, of a downgrade that hangs on nothing but the revision itself.
     *
     * @throws dev.limbeck.error.MigrationException with code NO_DATABASE_TO_ASK if it asks the database or for an
     *     argument
     */
    default List<LocatedOperation> downgradeForLater() {
        OperationList list = new OperationList(script(), false);
        downgrade(list);
        return list.operations();
    }
}
