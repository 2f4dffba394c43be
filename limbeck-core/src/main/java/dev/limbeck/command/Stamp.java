// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.dialect.RunLock;
import dev.limbeck.history.Journal;
import dev.limbeck.history.RunLog;
import dev.limbeck.revision.Plan;
import dev.limbeck.revision.Planner;
import dev.limbeck.revision.Step;
import dev.limbeck.run.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Says that a database is at given revisions, without running any. */
public final class Stamp {
    private final Workspace workspace;

    public Stamp(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Sets the heads of the database; with {@code purge} whatever it said before is forgotten first. */
    public MoveResult run(List<String> targets, boolean purge) {
        return run(targets, purge, "");
    }

    /** The same for a protected database that somebody names. */
    public MoveResult run(List<String> targets, boolean purge, String meant) {
        workspace.graph();
        try (Connection connection = workspace.connectToChange()) {
            if (purge) {
                new Guard(workspace, meant).check(connection, "a purge of its revisions");
            }
            try (RunLock lock = workspace.lock()) {
                return stamp(connection, lock, targets, purge);
            }
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }

    /**
     * Writes that as SQL, touching no database.
     *
     * @param ranges targets, or {@code START:TARGET} with one and the same start; without one they start at base
     */
    public String script(List<String> ranges) {
        OfflineRange range = OfflineRange.stamp(ranges);
        return new OfflineMove(workspace).script(range, false, planner -> planner.stamp(range.targets()));
    }

    private MoveResult stamp(Connection connection, RunLock lock, List<String> targets, boolean purge)
            throws SQLException {
        List<String> before = workspace.versions().read(connection);
        Plan plan = Planner.of(workspace.graph(), purge ? List.of() : before).stamp(targets);
        workspace.versions().ensure(connection);
        workspace.log().ensure(connection);
        workspace.dialect().begin(connection);
        if (purge) {
            workspace.versions().purge(connection);
        }
        for (Step step : plan.steps()) {
            stamp(connection, step);
        }
        // Who says where the database is has dealt with what an interrupted revision left.
        for (Journal.Written written : workspace.journal().read(connection)) {
            workspace.journal().remove(connection, written.entry().revision());
        }
        lock.check();
        connection.commit();
        connection.setAutoCommit(true);
        return new MoveResult(before, plan.rowsAfter(), List.of());
    }

    private void stamp(Connection connection, Step step) throws SQLException {
        workspace.listener().on(Event.RevisionStarted.of(step));
        workspace.versions().apply(connection, step.change());
        workspace
                .log()
                .append(
                        connection,
                        new RunLog.Entry(step.revision().id(), "stamp", RunLog.DONE, Instant.now(), 0, 0, "", null));
    }
}
