// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import java.util.List;

/** Brings a database to a newer revision. */
public final class Upgrade {
    private final Workspace workspace;

    public Upgrade(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Runs what leads from where the database is to the target. */
    public MoveResult run(String target) {
        return run(target, "");
    }

    /** The same for a protected database that loses something by it, which somebody names. */
    public MoveResult run(String target, String meant) {
        new LinearRule(workspace).require();
        return new Move(workspace, meant).run(planner -> planner.upgrade(target));
    }

    /** Tells what leads from where the database is to the target, and changes nothing. */
    public PlanResult plan(String target) {
        List<String> rows = workspace.rows();
        return PlanResult.of(
                workspace, rows, new UnknownRevisions(workspace).planner(rows).upgrade(target));
    }

    /**
     * Writes that as SQL, touching no database but a scratch one.
     *
     * @param range {@code TARGET}, which starts at base, or {@code START:TARGET}
     */
    public String script(String range) {
        return script(range, false);
    }

    /** Writes the same; with {@code idempotent} each revision looks first whether it was done, so that the script may run twice. */
    public String script(String range, boolean idempotent) {
        new LinearRule(workspace).require();
        OfflineRange parsed = OfflineRange.upgrade(range);
        return new OfflineMove(workspace).script(parsed, idempotent, planner -> planner.upgrade(parsed.target()));
    }
}
