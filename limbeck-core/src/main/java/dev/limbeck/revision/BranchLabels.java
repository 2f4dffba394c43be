// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which labels each revision carries: its own, and those of the branch it is on.
 *
 * <p>A label goes to all that descend from its revision by down revision, through merges too. It goes to ancestors, up
 * to the previous branch point or merge point, only where the branch is one line from there to its head: as soon as it
 * forks, merges, or another revision depends on it, who is on the branch below the label is an open question.
 */
final class BranchLabels {
    private final Edges edges;
    private final Map<String, Set<String>> labels = new TreeMap<>();

    private BranchLabels(Edges edges) {
        this.edges = edges;
    }

    static Map<String, Set<String>> of(Collection<RevisionNode> nodes, Edges edges) {
        BranchLabels branches = new BranchLabels(edges);
        nodes.forEach(node -> branches.labels.put(node.id(), new TreeSet<>()));
        nodes.stream().filter(node -> !node.labels().isEmpty()).forEach(branches::spread);
        branches.labels.replaceAll((id, names) -> Collections.unmodifiableSet(names));
        return branches.labels;
    }

    private void spread(RevisionNode node) {
        Set<String> line = Edges.closure(List.of(node.id()), edges::children);
        line.forEach(id -> add(id, node.labels()));
        if (line.stream().noneMatch(this::isJunction)) {
            spreadDown(node.id(), node.labels());
        }
    }

    private void spreadDown(String labelled, List<String> names) {
        List<String> parents = edges.down(labelled);
        while (!parents.isEmpty() && !isJunction(parents.get(0))) {
            add(parents.get(0), names);
            parents = edges.down(parents.get(0));
        }
    }

    private boolean isJunction(String id) {
        return edges.dependants(id).size() > 1 || edges.down(id).size() > 1;
    }

    private void add(String id, List<String> names) {
        labels.computeIfAbsent(id, key -> new TreeSet<>()).addAll(names);
    }
}
