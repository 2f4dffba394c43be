// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Options;
import dev.limbeck.dialect.RunLock;
import dev.limbeck.history.Journal;
import dev.limbeck.revision.Plan;
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
    private final Guard guard;

    /** Moves the workspace's database; {@code meant} is its name, if somebody named it because it is protected. */
    Move(Workspace workspace, String meant) {
        this.workspace = workspace;
        this.guard = new Guard(workspace, meant);
    }

    /** Plans from the rows of the database, and runs the plan; a broken history is refused before anything opens. */
    MoveResult run(Function<List<String>, Plan> planning) {
        workspace.graph();
        try (Connection connection = workspace.connect()) {
            List<String> before = workspace.versions().read(connection);
            Plan plan = planning.apply(before);
            if (plan.steps().isEmpty()) {
                return new MoveResult(before, before, List.of());
            }
            RunLock lock = workspace.lock();
            try {
                return runLocked(connection, planning);
            } finally {
                lock.close();
            }
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }

    private MoveResult runLocked(Connection connection, Function<List<String>, Plan> planning) throws SQLException {
        List<String> before = workspace.versions().read(connection);
        Plan plan = planning.apply(before);
        List<LoadedRevision> revisions = workspace.load(plan);
        boolean single = workspace.settings().get(Options.SINGLE_TRANSACTION);
        Precheck.online(
                        workspace.dialect(),
                        connection,
                        workspace.reflection(),
                        workspace.listener(),
                        workspace.journal().read(connection).stream()
                                .map(Journal.Entry::revision)
                                .collect(Collectors.toUnmodifiableSet()),
                        single)
                .check(plan.steps(), revisions);
        guard.check(connection, plan, revisions);
        Executor executor = new Executor(
                workspace.dialect(),
                connection,
                new Executor.Tables(workspace.versions(), workspace.log(), workspace.journal()),
                workspace.reflection(),
                workspace.listener(),
                workspace.watch(),
                workspace.waits(connection),
                single);
        executor.ensureTables();
        Iterator<LoadedRevision> loaded = revisions.iterator();
        for (Step step : plan.steps()) {
            executor.run(step, loaded.next());
        }
        executor.finish();
        return new MoveResult(
                before,
                plan.rowsAfter(),
                plan.steps().stream().map(step -> step.revision().id()).toList());
    }
}
