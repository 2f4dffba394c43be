// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.revision.Direction;
import dev.limbeck.revision.Plan;
import dev.limbeck.revision.VersionChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an upgrade or a downgrade would do, and has not done.
 *
 * @param from the heads of the database now
 * @param to its heads when all steps had run
 * @param steps in the order in which they would run; none where the database is there already
 */
public record PlanResult(List<String> from, List<String> to, List<Step> steps) {

    /**
     * One revision that would run.
     *
     * @param from where it starts, as its log line would say; empty is base
     * @param to where it ends, in the same way
     * @param path its file
     * @param rowsAfter the rows of the version table after it
     */
    public record Step(
            String revision,
            Direction direction,
            List<String> from,
            List<String> to,
            String message,
            String path,
            List<String> rowsAfter) {}

    public PlanResult {
        from = List.copyOf(from);
        to = List.copyOf(to);
        steps = List.copyOf(steps);
    }

    static PlanResult of(Workspace workspace, List<String> rows, Plan plan) {
        Set<String> table = new TreeSet<>(rows);
        List<Step> steps = new ArrayList<>();
        for (dev.limbeck.revision.Step step : plan.steps()) {
            apply(step.change(), table);
            steps.add(new Step(
                    step.revision().id(),
                    step.direction(),
                    step.from(),
                    step.to(),
                    step.revision().message(),
                    workspace.path(step.revision()),
                    List.copyOf(table)));
        }
        return new PlanResult(rows, plan.rowsAfter(), steps);
    }

    private static void apply(VersionChange change, Set<String> table) {
        change.deletes().forEach(table::remove);
        table.addAll(change.inserts());
        VersionChange.Replace replace = change.replace();
        if (replace != null) {
            table.remove(replace.from());
            table.add(replace.to());
        }
    }
}
