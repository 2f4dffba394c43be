// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import dev.limbeck.error.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds references to nothing, to oneself, and in a circle. */
final class LinkCheck {
    private final Collection<RevisionNode> nodes;
    private final Names names;
    private final Problems problems;
    private final Edges edges;
    private final Map<String, String> paths = new TreeMap<>();

    LinkCheck(Collection<RevisionNode> nodes, Names names, Edges edges, Problems problems) {
        this.nodes = nodes;
        this.names = names;
        this.edges = edges;
        this.problems = problems;
        nodes.forEach(node -> paths.putIfAbsent(node.id(), node.path()));
    }

    void run() {
        nodes.forEach(this::checkReferences);
        List<Set<String>> cycles = cycles(edges::down, edges::children);
        cycles.forEach(cycle -> addCycle("Cycle", cycle, "down revisions"));
        cycles(edges::needs, edges::dependants).stream()
                .filter(circle -> cycles.stream().noneMatch(circle::containsAll))
                .forEach(circle -> addCycle("Dependency cycle", circle, "down revisions or dependencies"));
    }

    private void checkReferences(RevisionNode node) {
        for (String down : new TreeSet<>(node.downRevisions())) {
            if (down.equals(node.id())) {
                problems.add("Self-loop is detected in revisions (" + down + "): the file " + node.path()
                        + " names its own revision as the down revision. Name the one before it, or none.");
            } else if (!names.isId(down)) {
                problems.add(missing(down, node, "down revision"));
            }
        }
        for (String dependency : new TreeSet<>(node.dependsOn())) {
            if (names.owner(dependency).filter(node.id()::equals).isPresent()) {
                problems.add("Dependency self-loop is detected in revisions (" + node.id() + "): the file "
                        + node.path() + " depends on its own revision. Remove that dependency.");
            } else if (!names.contains(dependency)) {
                problems.add(missing(dependency, node, "dependency"));
            }
        }
    }

    private static String missing(String name, RevisionNode node, String role) {
        return "Revision " + name + " referenced from " + node.id() + " (" + node.path() + ") as its " + role
                + " is not present. Bring its file back, check that limbeck.locations names every folder of the"
                + " history, or correct the " + role + ".";
    }

    private void addCycle(String kind, Set<String> cycle, String what) {
        String files = cycle.stream().map(id -> String.valueOf(paths.get(id))).collect(Collectors.joining(", "));
        problems.add(kind + " is detected in revisions (" + String.join(", ", cycle)
                + "): each waits for another, so none can run first. Correct the " + what + " in " + files + ".");
    }

    /** The largest sets in which each revision is before and after each other one. */
    private List<Set<String>> cycles(Function<String, List<String>> before, Function<String, List<String>> after) {
        Set<String> knotted = knotted(before, after);
        List<Set<String>> cycles = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String id : knotted) {
            if (!seen.contains(id)) {
                Set<String> cycle = new TreeSet<>(Edges.closure(List.of(id), before));
                cycle.retainAll(Edges.closure(List.of(id), after));
                seen.addAll(cycle);
                if (cycle.size() > 1) {
                    cycles.add(cycle);
                }
            }
        }
        return cycles;
    }

    /** What stays when revisions with nothing before or nothing after them are taken away again and again. */
    private Set<String> knotted(Function<String, List<String>> before, Function<String, List<String>> after) {
        Set<String> left = new TreeSet<>(edges.ids());
        peel(left, before, after);
        peel(left, after, before);
        return left;
    }

    private static void peel(
            Set<String> left, Function<String, List<String>> before, Function<String, List<String>> after) {
        Collection<String> candidates = List.copyOf(left);
        while (!candidates.isEmpty()) {
            Set<String> free = candidates.stream()
                    .filter(left::contains)
                    .filter(id -> before.apply(id).stream().noneMatch(left::contains))
                    .collect(Collectors.toCollection(TreeSet::new));
            left.removeAll(free);
            candidates = free.stream().flatMap(id -> after.apply(id).stream()).toList();
        }
    }
}
