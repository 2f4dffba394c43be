// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.revision.Planner;
import java.util.List;

/** Takes a database back to an older revision. */
public final class Downgrade {
    private final Workspace workspace;

    public Downgrade(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Undoes what separates the database from the target. */
    public MoveResult run(String target) {
        return new Move(workspace)
                .run(rows -> Planner.of(workspace.graph(), rows).downgrade(target));
    }

    /** Tells what would be undone to get to the target, and changes nothing. */
    public PlanResult plan(String target) {
        List<String> rows = workspace.rows();
        return PlanResult.of(
                workspace, rows, Planner.of(workspace.graph(), rows).downgrade(target));
    }

    /**
     * Writes that as SQL, touching no database but a scratch one.
     *
     * @param range {@code START:TARGET}
     */
    public String script(String range) {
        OfflineRange parsed = OfflineRange.downgrade(range);
        return new OfflineMove(workspace).script(parsed, planner -> planner.downgrade(parsed.target()));
    }
}
