// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.run.Event;
import java.util.List;

/** Tells whether the models say something that no revision says yet. */
public final class Check {
    private final Workspace workspace;

    public Check(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What was found.
     *
     * @param differences a phrase each; none when all is well
     * @param changes the same with what comes of doing away with them
     * @param leftAlone what the comparison passed over
     */
    public record Result(List<String> differences, List<Change> changes, List<LeftAlone> leftAlone) {}

    public Result run(Against against, Choices choices) {
        // A broken history is a failure and no finding.
        workspace.graph();
        new LinearRule(workspace).require();
        new HistoryCheck(workspace)
                .run()
                .forEach(finding -> workspace.listener().on(new Event.Warning(finding.message())));
        Autogenerate.Comparison comparison =
                new Autogenerate(workspace).compare(against, choices, Autogenerate.Asking.MAY);
        return new Result(comparison.differences(), comparison.found(), comparison.leftAlone());
    }
}
