// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Options;
import dev.limbeck.dialect.RunLock;
import dev.limbeck.history.Journal;
import dev.limbeck.revision.Plan;
import dev.limbeck.revision.Planner;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.Step;
import dev.limbeck.run.Executor;
import dev.limbeck.run.Precheck;
import dev.limbeck.script.LoadedRevision;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs a plan on the database, once, whoever else starts at the same time: the plan is made again under the lock, from
 * where the database is then. Where there is nothing to do there is no lock either.
 */
final class Move {
    private final Workspace workspace;
    private final Revisions revisions;
    private final Guard guard;

    /** Where the revisions of a plan come from. */
    interface Revisions {
        /** The history, for a database that is asked. */
        RevisionGraph graph(Connection connection) throws SQLException;

        /** What the steps of a plan run, in their order. */
        List<LoadedRevision> load(Plan plan, Connection connection) throws SQLException;
    }

    /** Moves by the revision files; {@code meant} is the database's name, if somebody named it because it is protected. */
    Move(Workspace workspace, String meant) {
        this(
                workspace,
                new Revisions() {
                    @Override
                    public RevisionGraph graph(Connection connection) {
                        return workspace.graph();
                    }

                    @Override
                    public List<LoadedRevision> load(Plan plan, Connection connection) {
                        return workspace.load(plan);
                    }
                },
                meant);
    }

    Move(Workspace workspace, Revisions revisions, String meant) {
        this.workspace = workspace;
        this.revisions = revisions;
        this.guard = new Guard(workspace, meant);
    }

    /** Plans from the rows of the database, and runs the plan; a broken history is refused before anything opens. */
    MoveResult run(Function<Planner, Plan> planning) {
        workspace.graph();
        try (Connection connection = workspace.connectToChange()) {
            return new UnknownRevisions(workspace).explaining(connection, () -> run(connection, planning));
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }

    private MoveResult run(Connection connection, Function<Planner, Plan> planning) throws SQLException {
        List<String> before = workspace.versions().read(connection);
        Plan plan = planning.apply(Planner.of(revisions.graph(connection), before));
        new EditedRevisions(workspace).report(connection);
        if (plan.steps().isEmpty()) {
            return new MoveResult(before, before, List.of());
        }
        try (RunLock lock = workspace.lock()) {
            return runLocked(connection, lock, planning);
        }
    }

    private MoveResult runLocked(Connection connection, RunLock lock, Function<Planner, Plan> planning)
            throws SQLException {
        List<String> before = workspace.versions().read(connection);
        Plan plan = planning.apply(Planner.of(revisions.graph(connection), before));
        List<LoadedRevision> loadedRevisions = revisions.load(plan, connection);
        boolean single = workspace.settings().get(Options.SINGLE_TRANSACTION);
        Precheck.online(
                        workspace.dialect(),
                        connection,
                        workspace.reflection(),
                        workspace.listener(),
                        workspace.journal().readInterrupted(connection).stream()
                                .map(Journal.Entry::revision)
                                .collect(Collectors.toUnmodifiableSet()),
                        single)
                .check(plan.steps(), loadedRevisions);
        guard.check(connection, plan, loadedRevisions);
        Executor executor = new Executor(
                workspace.dialect(),
                connection,
                new Executor.Tables(workspace.versions(), workspace.log(), workspace.journal()),
                workspace.reflection(),
                workspace.listener(),
                workspace.watch(),
                new Executor.Commits(single, lock, workspace.waits(connection)));
        executor.ensureTables();
        Iterator<LoadedRevision> loaded = loadedRevisions.iterator();
        for (Step step : plan.steps()) {
            executor.run(step, loaded.next());
        }
        executor.finish();
        workspace.dialect().settle(connection);
        return new MoveResult(
                before,
                plan.rowsAfter(),
                plan.steps().stream().map(step -> step.revision().id()).toList());
    }
}
