// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.dialect.Current;
import dev.limbeck.revision.Plan;
import dev.limbeck.revision.Planner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Throws a database's content away and builds it anew: undoes every revision and runs them again. What no revision made is
 * left alone.
 */
public final class Reset {
    private static final String BASE = "base";

    private final Workspace workspace;

    public Reset(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What a reset would do, and has not done.
     *
     * @param database its name, as {@code --yes-i-mean} takes it
     * @param url of it, without secrets
     * @param undone the revisions that would be undone, in their order
     * @param lost what is in the database now and would be gone, in words
     * @param unseen the revisions of which that cannot be told, because they ask the database what to do
     * @param protection by whom or what the database is protected, in words; empty if it is not
     */
    public record Preview(
            String database,
            String url,
            List<String> undone,
            List<String> lost,
            List<String> unseen,
            Optional<String> protection) {}

    /** Tells what a reset would do, and changes nothing. */
    public Preview preview() {
        try (Connection connection = workspace.connect()) {
            List<String> rows = workspace.versions().read(connection);
            Plan plan = Planner.of(workspace.graph(), rows).downgrade(BASE);
            LossList list = new LossList(
                            workspace.dialect(),
                            connection,
                            () -> Current.live(workspace.dialect(), connection, workspace.reflection())
                                    .schema())
                    .of(plan, workspace.load(plan));
            return new Preview(
                    Guard.name(workspace, connection),
                    workspace.database().toString(),
                    plan.steps().stream().map(step -> step.revision().id()).toList(),
                    list.lost(),
                    list.unseen(),
                    Guard.protection(workspace, connection));
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }

    /**
     * Undoes every revision, and runs all of them again.
     *
     * @param meant the database, where it is protected and somebody names it; empty otherwise
     */
    public MoveResult run(String meant) {
        MoveResult down = new Downgrade(workspace).run(BASE, true, meant);
        MoveResult up = new Upgrade(workspace).run("heads");
        return new MoveResult(down.from(), up.to(), up.ran());
    }
}
