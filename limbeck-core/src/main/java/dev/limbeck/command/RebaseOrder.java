// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.script.RevisionScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The order of moving revisions, and what each follows then: those that follow each other go on doing so, and of lines
 * without a connection the second follows the first, because one head is what a rebase is for.
 */
final class RebaseOrder {
    private final Map<String, RevisionScript> moving;
    private final RevisionGraph graph;
    private final List<String> order;

    private RebaseOrder(List<RevisionScript> scripts) {
        this.moving = scripts.stream()
                .collect(Collectors.toMap(script -> script.node().id(), script -> script, (first, second) -> first));
        this.graph = RevisionGraph.of(
                scripts.stream().map(script -> inside(script.node())).toList());
        this.order = graph.nodes().stream().map(RevisionNode::id).toList();
    }

    /**
     * The place of a moving revision.
     *
     * @param behind the moving revisions that it follows; none puts it right on the target
     */
    record Place(RevisionScript script, List<RevisionScript> behind) {}

    /** The places, each behind all that it follows. */
    static List<Place> of(List<RevisionScript> scripts) {
        return new RebaseOrder(scripts).places();
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        List<RevisionScript> below = List.of();
        for (List<String> line : lines()) {
            List<RevisionScript> scripts = line.stream().map(this::script).toList();
            for (RevisionScript script : scripts) {
                List<String> own = own(script.node());
                refuseMerge(script.node(), own);
                places.add(new Place(
                        script,
                        own.isEmpty() ? below : own.stream().map(this::script).toList()));
            }
            below = List.of(scripts.get(scripts.size() - 1));
        }
        return places;
    }

    private RevisionScript script(String id) {
        return Optional.ofNullable(moving.get(id)).orElseThrow();
    }

    private List<String> own(RevisionNode node) {
        return node.downRevisions().stream().filter(moving::containsKey).toList();
    }

    /** The node with only those of its links that lead to moving revisions. */
    private RevisionNode inside(RevisionNode node) {
        return new RevisionNode(
                node.id(),
                own(node),
                node.dependsOn().stream().filter(moving::containsKey).toList(),
                node.labels(),
                node.doc(),
                node.createdAt(),
                node.path());
    }

    /** Groups what hangs together, each with what is followed first; the group that was begun first is the first. */
    private List<List<String>> lines() {
        Map<String, List<String>> lineOf = new LinkedHashMap<>();
        for (RevisionNode node : graph.nodes()) {
            List<String> line = new ArrayList<>(List.of(node.id()));
            node.downRevisions().stream().map(lineOf::get).distinct().forEach(line::addAll);
            line.forEach(id -> lineOf.put(id, line));
        }
        Collection<List<String>> lines = lineOf.values().stream().distinct().toList();
        lines.forEach(line -> line.sort(Comparator.comparingInt(order::indexOf)));
        return lines.stream()
                .sorted(Comparator.comparing(
                                (List<String> line) -> graph.node(line.get(0)).createdAt())
                        .thenComparing(line -> line.get(0)))
                .toList();
    }

    private static void refuseMerge(RevisionNode node, List<String> own) {
        if (node.downRevisions().size() > 1 && own.size() < node.downRevisions().size()) {
            throw RebaseReading.refused("Revision " + node.id() + " (" + node.path() + ") merges the lines that the"
                    + " rebase would put on top of each other. If it does nothing else, delete its file and run limbeck"
                    + " rebase again (limbeck downgrade first where it has run); otherwise leave the merge as it is.");
        }
    }
}
