// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes from a revision a number of steps along down revisions, where each step has only one way to go. */
final class Walk {
    private final RevisionGraph graph;

    Walk(RevisionGraph graph) {
        this.graph = graph;
    }

    /**
     * Where a walk ended.
     *
     * @param place the revision; null is base
     * @param missing the steps that were left when the history ended
     */
    record End(@Nullable RevisionNode place, int missing) {

        /** The place as a list, in which base is empty. */
        List<RevisionNode> places() {
            return place == null ? List.of() : List.of(place);
        }
    }

    /** Goes as many steps as the target says, up or down; a branch decides where the way up forks. */
    End follow(Target target, @Nullable RevisionNode start, @Nullable Branch branch) {
        int steps = target.steps();
        return steps >= 0 ? up(target, start, steps, branch) : down(target, start, -steps);
    }

    private End up(Target target, @Nullable RevisionNode start, int steps, @Nullable Branch branch) {
        RevisionNode place = start;
        for (int left = steps; left > 0; left--) {
            List<RevisionNode> next = (place == null ? graph.bases() : graph.children(place.id()))
                    .stream()
                            .filter(node -> branch == null || branch.lineage().contains(node.id()))
                            .toList();
            if (next.isEmpty()) {
                return new End(place, left);
            }
            place = only(target, place, next, "name the branch as in LABEL@+1, or the revision itself");
        }
        return new End(place, 0);
    }

    private End down(Target target, @Nullable RevisionNode start, int steps) {
        RevisionNode place = start;
        for (int left = steps; left > 0; left--) {
            if (place == null) {
                return new End(null, left);
            }
            List<RevisionNode> next =
                    graph.edges().down(place.id()).stream().map(graph::node).toList();
            place = next.isEmpty() ? null : only(target, place, next, "name the revision itself");
        }
        return new End(place, 0);
    }

    private static RevisionNode only(
            Target target, @Nullable RevisionNode place, List<RevisionNode> next, String advice) {
        if (next.size() > 1) {
            throw new MigrationException(
                    ErrorCode.REVISION_AMBIGUOUS,
                    "Ambiguous walk for '" + target.text() + "': from " + (place == null ? "base" : place.id())
                            + " it may go on to " + Words.list(next) + ". To choose, " + advice + ".");
        }
        return next.get(0);
    }
}
