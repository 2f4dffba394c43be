// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.script.RevisionIds;
import dev.limbeck.script.RevisionScript;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The files of a rebase, before and after; nothing is written. */
final class RebaseChanges {
    private final RebaseScope scope;
    private final Map<String, String> ids;
    private final Map<RevisionScript, RevisionScript> changed = new LinkedHashMap<>();

    private RebaseChanges(RebaseScope scope, Map<String, String> ids) {
        this.scope = scope;
        this.ids = ids;
    }

    /** The files that change, by what they are now. */
    static Map<RevisionScript, RevisionScript> of(RebaseScope scope, RevisionIds kind, ZonedDateTime now) {
        List<RebaseOrder.Place> places = RebaseOrder.of(scope.moving());
        Map<String, String> ids = new RebaseIds(kind, scope, now)
                .of(places.stream().map(RebaseOrder.Place::script).toList());
        RebaseChanges changes = new RebaseChanges(scope, ids);
        places.forEach(changes::move);
        if (changes.hasUniqueIds()) {
            scope.staying().forEach(changes::keep);
        }
        return changes.changed;
    }

    private void move(RebaseOrder.Place place) {
        List<String> parents = place.behind().isEmpty()
                ? List.of(scope.target().id())
                : place.behind().stream()
                        .map(script -> renamed(script.node().id()))
                        .toList();
        put(place.script(), renamed(place.script().node().id()), parents);
    }

    /** What stays may depend on what moves. */
    private void keep(RevisionScript script) {
        RevisionNode node = script.node();
        put(script, node.id(), node.downRevisions().stream().map(this::renamed).toList());
    }

    private void put(RevisionScript script, String id, List<String> parents) {
        RevisionNode node = script.node();
        List<String> dependencies = node.dependsOn().stream().map(this::renamed).toList();
        boolean same = node.id().equals(id)
                && node.downRevisions().equals(parents)
                && node.dependsOn().equals(dependencies);
        if (!same) {
            changed.put(script, script.relinked(id, parents, dependencies));
        }
    }

    private String renamed(String id) {
        return ids.getOrDefault(id, id);
    }

    /** Where two revisions have one id, what stays never meant the one that moves. */
    private boolean hasUniqueIds() {
        return scope.staying().stream()
                .noneMatch(script -> ids.containsKey(script.node().id()));
    }

    /** The graph as it will be. */
    static RevisionGraph graph(RebaseScope scope, Map<RevisionScript, RevisionScript> changed) {
        List<RevisionScript> all = new ArrayList<>(scope.staying());
        all.addAll(scope.moving());
        return RevisionGraph.of(all.stream()
                .map(script -> changed.getOrDefault(script, script).node())
                .collect(Collectors.toList()));
    }
}
