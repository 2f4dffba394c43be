// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The revisions that belong to one branch alone: all that descend from the revision that names it, and the line below
 * that revision as far as nothing else begins there.
 *
 * @param ids of these revisions
 * @param fork the revision below the lowest of them, which the branch shares with others; empty where the branch begins
 *     at base or at a merge
 */
record OwnBranch(Set<String> ids, Optional<String> fork) {

    static OwnBranch of(RevisionGraph graph, Branch branch) {
        Edges edges = graph.edges();
        String lowest = branch.revision().id();
        Set<String> ids = new HashSet<>(Edges.closure(List.of(lowest), edges::children));
        List<String> below = edges.down(lowest);
        while (below.size() == 1 && edges.children(below.get(0)).size() == 1) {
            lowest = below.get(0);
            ids.add(lowest);
            below = edges.down(lowest);
        }
        return new OwnBranch(Set.copyOf(ids), below.size() == 1 ? Optional.of(below.get(0)) : Optional.empty());
    }
}
