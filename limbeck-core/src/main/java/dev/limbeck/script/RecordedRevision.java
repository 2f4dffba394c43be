// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.revision.Direction;
import java.util.List;

/** A revision of which only the way back is known, as it was kept when the revision ran. */
public record RecordedRevision(RevisionScript script, List<LocatedOperation> wayBack) implements LoadedRevision {
    public RecordedRevision {
        wayBack = List.copyOf(wayBack);
    }

    @Override
    public TimeLimits limits(Direction direction) {
        return TimeLimits.NONE;
    }

    @Override
    public void upgrade(OperationTarget target) {
        throw new MigrationException(
                ErrorCode.SCRIPT_FAILED,
                "Only the way back of revision " + script.node().id()
                        + " is kept in the database; upgrade with its file.");
    }

    @Override
    public void downgrade(OperationTarget target) {
        target.run(wayBack);
    }
}
