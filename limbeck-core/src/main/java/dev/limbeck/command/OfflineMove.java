// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Options;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.Plan;
import dev.limbeck.revision.Planner;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.revision.Step;
import dev.limbeck.revision.VersionChange;
import dev.limbeck.run.OfflineScript;
import dev.limbeck.run.Precheck;
import dev.limbeck.run.Replay;
import dev.limbeck.script.LoadedRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a plan as a script. */
final class OfflineMove {
    private final Workspace workspace;
    private @Nullable Scratch scratch;

    OfflineMove(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The script of a plan.
     *
     * @param idempotent whether each step looks first whether it was done
     */
    String script(OfflineRange range, boolean idempotent, Function<Planner, Plan> planning) {
        List<String> start = workspace.graph().resolve(range.start()).stream()
                .map(RevisionNode::id)
                .toList();
        Plan plan = planning.apply(Planner.of(workspace.graph(), start));
        List<LoadedRevision> revisions = workspace.load(plan);
        Precheck.offline(workspace.dialect()).check(plan.steps(), revisions);
        OfflineScript script = new OfflineScript(
                workspace.dialect(),
                workspace.versions(),
                () -> scratchAt(start),
                step -> idempotent ? Optional.of(isDue(step)) : Optional.empty(),
                workspace.listener(),
                workspace.settings().get(Options.SINGLE_TRANSACTION));
        try {
            return script.write(plan.steps(), revisions, start.isEmpty());
        } finally {
            if (scratch != null) {
                scratch.close();
            }
        }
    }

    /** A step back was done where what it takes away is gone; one forward also where something follows it. */
    private String isDue(Step step) {
        List<String> made = new ArrayList<>(step.change().inserts());
        VersionChange.Replace replace = step.change().replace();
        if (replace != null) {
            made.add(replace.to());
        }
        return workspace
                .versions()
                .isDue(
                        step.change(),
                        step.direction() == Direction.UPGRADE
                                ? workspace.graph().descendants(made)
                                : Set.of());
    }

    private Replay scratchAt(List<String> revisions) {
        scratch = workspace.openScratch();
        Replay replay = new Replay(workspace.dialect(), scratch, workspace.reflection());
        replay.upgrade(workspace.loadUpTo(revisions));
        return replay;
    }
}
