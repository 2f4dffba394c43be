// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.dialect.Scratch;
import dev.limbeck.revision.Plan;
import dev.limbeck.revision.Planner;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.run.OfflineScript;
import dev.limbeck.run.Precheck;
import dev.limbeck.run.Replay;
import dev.limbeck.script.LoadedRevision;
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
        List<LoadedRevision> revisions = workspace.load(plan);
        Precheck.offline(workspace.dialect()).check(plan.steps(), revisions);
        OfflineScript script = new OfflineScript(
                workspace.dialect(), workspace.versions(), () -> scratchAt(start), workspace.listener());
        try {
            return script.write(plan.steps(), revisions, start.isEmpty());
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
