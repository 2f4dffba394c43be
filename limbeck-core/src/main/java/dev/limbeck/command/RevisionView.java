// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionNode;
import java.util.Collection;
import java.util.List;

/** What reports say of one revision. */
public record RevisionView(
        String id,
        List<String> downRevisions,
        List<String> dependsOn,
        List<String> children,
        List<String> labels,
        String message,
        String doc,
        String createdAt,
        String path,
        Marks marks) {

    /** Where a revision stands in the graph and in the database. */
    public record Marks(
            boolean head, boolean effectiveHead, boolean branchPoint, boolean mergePoint, boolean current) {}

    static RevisionView of(RevisionNode node, Workspace workspace, Collection<String> current) {
        RevisionGraph graph = workspace.graph();
        String id = node.id();
        return new RevisionView(
                id,
                node.downRevisions(),
                node.dependsOn(),
                graph.children(id).stream().map(RevisionNode::id).toList(),
                List.copyOf(graph.labels(id)),
                node.message(),
                node.doc(),
                node.createdAt(),
                path(node, workspace),
                new Marks(
                        graph.isHead(id),
                        graph.isEffectiveHead(id),
                        graph.isBranchPoint(id),
                        graph.isMergePoint(id),
                        current.contains(id)));
    }

    private static String path(RevisionNode node, Workspace workspace) {
        return workspace
                .scripts()
                .find(node.id())
                .map(script -> script.path().toAbsolutePath().normalize().toString())
                .orElse(node.path());
    }
}
