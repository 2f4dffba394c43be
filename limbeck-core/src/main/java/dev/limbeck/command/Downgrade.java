// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.revision.Plan;
import dev.limbeck.revision.Planner;
import dev.limbeck.run.Event;
import java.util.List;

/** Takes a database back to an older revision. */
public final class Downgrade {
    private final Workspace workspace;

    public Downgrade(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Undoes what separates the database from the target.
     *
     * @throws SharedRevisionsException if the target names a branch, and more than that branch would go
     */
    public MoveResult run(String target) {
        return run(target, false);
    }

    /** Undoes what separates the database from the target; with {@code agreed} also what is not on its branch alone. */
    public MoveResult run(String target, boolean agreed) {
        return run(target, agreed, "");
    }

    /** The same for a protected database that loses something by it, which somebody names. */
    public MoveResult run(String target, boolean agreed, String meant) {
        return new Move(workspace, meant).run(planner -> plan(planner, target, agreed));
    }

    /** The same by what the database kept of its revisions, for those whose file is not here or is another one now. */
    public MoveResult runFromLog(String target, boolean agreed, String meant) {
        return new Move(workspace, new KeptRevisions(workspace), meant).run(planner -> plan(planner, target, agreed));
    }

    private static Plan plan(Planner planner, String target, boolean agreed) {
        Plan plan = planner.downgrade(target);
        if (!agreed) {
            planner.overreach(target).ifPresent(overreach -> {
                throw new SharedRevisionsException(target, overreach);
            });
        }
        return plan;
    }

    /** Tells what would be undone to get to the target, and changes nothing. */
    public PlanResult plan(String target) {
        List<String> rows = workspace.rows();
        return PlanResult.of(
                workspace, rows, new UnknownRevisions(workspace).planner(rows).downgrade(target));
    }

    /**
     * Writes that as SQL, touching no database but a scratch one; what is not on the target's branch alone is told as
     * a warning, because somebody still has to run the script.
     *
     * @param range {@code START:TARGET}
     */
    public String script(String range) {
        return script(range, false);
    }

    /** Writes the same; with {@code idempotent} each revision looks first whether it was done, so that the script may run twice. */
    public String script(String range, boolean idempotent) {
        OfflineRange parsed = OfflineRange.downgrade(range);
        return new OfflineMove(workspace).script(parsed, idempotent, planner -> {
            planner.overreach(parsed.target())
                    .map(overreach -> SharedRevisionsException.finding(parsed.target(), overreach))
                    .ifPresent(finding -> workspace.listener().on(new Event.Warning(finding)));
            return planner.downgrade(parsed.target());
        });
    }
}
