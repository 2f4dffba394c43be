// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.revision.RevisionNode;
import java.util.List;

/** Lists the newest revisions: one, unless the history has branched. */
public final class Heads {
    private final Workspace workspace;

    public Heads(Workspace workspace) {
        this.workspace = workspace;
    }

    public record Result(List<RevisionView> heads) {}

    /** Lists the heads; with {@code resolveDependencies} without those that another revision depends on. */
    public Result run(boolean resolveDependencies) {
        List<RevisionNode> heads = resolveDependencies
                ? workspace.graph().realHeads()
                : workspace.graph().heads();
        return new Result(
                heads.stream().map(node -> RevisionView.of(node, workspace)).toList());
    }
}
