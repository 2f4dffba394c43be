// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The last applied revisions of a branch that has no row of its own, because other rows imply them. */
final class Tips {

    private Tips() {}

    static List<RevisionNode> of(RevisionGraph graph, List<String> rows, Branch branch) {
        Set<String> active = new HashSet<>(graph.edges().ancestors(rows));
        active.retainAll(branch.lineage());
        return graph.inOrder(active).stream()
                .filter(id -> graph.edges().dependants(id).stream().noneMatch(active::contains))
                .map(graph::node)
                .toList();
    }
}
