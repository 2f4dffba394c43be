// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Options;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.revision.Plan;
import dev.limbeck.revision.Planner;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.run.OfflineScript;
import dev.limbeck.run.Replay;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a plan as a script. */
final class OfflineMove {
    private final Workspace workspace;
    private @Nullable Scratch scratch;

    OfflineMove(Workspace workspace) {
        this.workspace = workspace;
    }

    String script(OfflineRange range, Function<Planner, Plan> planning) {
        List<String> start = workspace.graph().resolve(range.start()).stream()
                .map(RevisionNode::id)
                .toList();
        Plan plan = planning.apply(Planner.of(workspace.graph(), start));
        OfflineScript script = new OfflineScript(
                workspace.dialect(),
                workspace.versions(),
                () -> scratchAt(start),
                workspace.listener(),
                workspace.settings().get(Options.SINGLE_TRANSACTION));
        try {
            return script.write(plan.steps(), workspace.load(plan), start.isEmpty());
        } finally {
            if (scratch != null) {
                scratch.close();
            }
        }
    }

    private Replay scratchAt(List<String> revisions) {
        scratch = workspace.openScratch();
        Replay replay = new Replay(workspace.dialect(), scratch, workspace.reflection());
        replay.upgrade(workspace.loadUpTo(revisions));
        return replay;
    }
}
