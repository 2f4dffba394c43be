// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What follows what, in both directions: by down revision alone, and by dependencies as well.
 *
 * <p>References to nothing and to oneself are left out; {@link LinkCheck} is what complains of them.
 */
final class Edges {
    private final Map<String, List<String>> down = new TreeMap<>();
    private final Map<String, List<String>> needs = new TreeMap<>();
    private final Map<String, List<String>> children = new TreeMap<>();
    private final Map<String, List<String>> dependants = new TreeMap<>();

    /** The edges of these nodes; of two with one id, the first counts. */
    static Edges of(Collection<RevisionNode> nodes, Names names) {
        Edges edges = new Edges();
        nodes.forEach(node -> edges.add(node, names));
        edges.invert(edges.down, edges.children);
        edges.invert(edges.needs, edges.dependants);
        return edges;
    }

    private void add(RevisionNode node, Names names) {
        if (down.containsKey(node.id())) {
            return;
        }
        List<String> parents = targets(node, node.downRevisions().stream().filter(names::isId));
        Stream<String> dependencies = node.dependsOn().stream().flatMap(name -> names.owner(name).stream());
        down.put(node.id(), parents);
        needs.put(node.id(), targets(node, Stream.concat(parents.stream(), dependencies)));
    }

    private static List<String> targets(RevisionNode node, Stream<String> ids) {
        return ids.filter(id -> !id.equals(node.id())).distinct().toList();
    }

    private void invert(Map<String, List<String>> forward, Map<String, List<String>> backward) {
        down.keySet().forEach(id -> backward.put(id, new ArrayList<>()));
        forward.forEach(
                (id, targets) -> targets.forEach(target -> of(backward, target).add(id)));
    }

    /** Every id, in order. */
    Set<String> ids() {
        return down.keySet();
    }

    /** The down revisions, as declared. */
    List<String> down(String id) {
        return of(down, id);
    }

    /** The down revisions, then the revisions it depends on. */
    List<String> needs(String id) {
        return of(needs, id);
    }

    /** The revisions that have it as a down revision, in the order of their ids. */
    List<String> children(String id) {
        return of(children, id);
    }

    /** The revisions that follow it or depend on it, in the order of their ids. */
    List<String> dependants(String id) {
        return of(dependants, id);
    }

    private static List<String> of(Map<String, List<String>> edges, String id) {
        List<String> targets = edges.get(id);
        if (targets == null) {
            throw new IllegalArgumentException("no revision " + id);
        }
        return targets;
    }

    /** The ids and all that must have run before them. */
    Set<String> ancestors(Collection<String> ids) {
        return closure(ids, this::needs);
    }

    /** The ids and all that cannot stand without them. */
    Set<String> descendants(Collection<String> ids) {
        return closure(ids, this::dependants);
    }

    /** The branch that a revision is on: what it descends from and what descends from it, by down revision alone. */
    Set<String> lineage(String id) {
        Set<String> lineage = closure(List.of(id), this::down);
        lineage.addAll(closure(List.of(id), this::children));
        return lineage;
    }

    /** The lineage that counts dependencies as descent. */
    Set<String> wideLineage(String id) {
        Set<String> lineage = ancestors(List.of(id));
        lineage.addAll(descendants(List.of(id)));
        return lineage;
    }

    static Set<String> closure(Collection<String> starts, Function<String, List<String>> next) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(new LinkedHashSet<>(starts));
        while (!open.isEmpty()) {
            String id = open.pop();
            if (seen.add(id)) {
                next.apply(id).forEach(open::push);
            }
        }
        return seen;
    }
}
