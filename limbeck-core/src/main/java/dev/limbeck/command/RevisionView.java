// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionNode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reports say of one revision.
 *
 * @param message the first paragraph of its description, on one line
 * @param description all that its file says it is for
 * @param createdAt when its file was made, as the file says; null if it does not
 * @param path its file, from the root of the file system
 */
public record RevisionView(
        String id,
        List<String> downRevisions,
        List<String> dependsOn,
        List<String> children,
        List<String> labels,
        String message,
        String description,
        @Nullable String createdAt,
        String path,
        Marks marks) {

    /**
     * Where a revision stands in the graph and in the database.
     *
     * @param current whether the database is at it; null where the database was not asked
     */
    public record Marks(
            boolean head,
            boolean effectiveHead,
            boolean branchPoint,
            boolean mergePoint,
            @Nullable Boolean current) {}

    /** The view for a report that does not ask the database. */
    static RevisionView of(RevisionNode node, Workspace workspace) {
        return of(node, workspace, (Boolean) null);
    }

    /** The view for a report that asked the database where it is. */
    static RevisionView of(RevisionNode node, Workspace workspace, Collection<String> current) {
        return of(node, workspace, (Boolean) current.contains(node.id()));
    }

    private static RevisionView of(RevisionNode node, Workspace workspace, @Nullable Boolean current) {
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
                node.createdAt().isEmpty() ? null : node.createdAt(),
                workspace.path(node),
                new Marks(
                        graph.isHead(id),
                        graph.isEffectiveHead(id),
                        graph.isBranchPoint(id),
                        graph.isMergePoint(id),
                        current));
    }
}
