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

    /** The differences, a phrase each; none when all is well. */
    public record Result(List<String> differences) {}

    public Result run(Against against, Choices choices) {
        // A broken history is a failure and no finding.
        workspace.graph();
        new LinearRule(workspace).require();
        new HistoryCheck(workspace)
                .run()
                .forEach(finding -> workspace.listener().on(new Event.Warning(finding.message())));
        return new Result(new Autogenerate(workspace)
                .compare(against, choices, Autogenerate.Asking.MAY)
                .differences());
    }
}
