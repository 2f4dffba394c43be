// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.revision.RevisionNode;
import java.util.List;

/** Lists the revisions that several others follow. */
public final class Branches {
    private final Workspace workspace;

    public Branches(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A branch point and what follows it. */
    public record Branch(RevisionView point, List<RevisionView> children) {}

    public record Result(List<Branch> branches) {}

    public Result run() {
        return new Result(workspace.graph().nodes().stream()
                .filter(node -> workspace.graph().isBranchPoint(node.id()))
                .map(this::branch)
                .toList());
    }

    private Branch branch(RevisionNode point) {
        return new Branch(
                view(point),
                workspace.graph().children(point.id()).stream().map(this::view).toList());
    }

    private RevisionView view(RevisionNode node) {
        return RevisionView.of(node, workspace);
    }
}
