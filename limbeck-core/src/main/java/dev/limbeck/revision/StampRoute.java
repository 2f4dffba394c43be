// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How a stamp changes the version table: each target takes the place of the rows that stand before or after it. */
final class StampRoute {
    private final RevisionGraph graph;
    private final Resolver resolver;
    private final VersionRows rows;
    private final List<Step> steps = new ArrayList<>();

    StampRoute(RevisionGraph graph, List<String> rows) {
        this.graph = graph;
        this.resolver = new Resolver(graph, rows);
        this.rows = new VersionRows(graph.edges(), rows);
    }

    Plan to(List<Target> targets) {
        Set<RevisionNode> destinations = new LinkedHashSet<>();
        for (Target target : targets) {
            destinations.addAll(destinations(target));
        }
        refuseOverlap(destinations);
        targets.stream().filter(target -> places(target).isEmpty()).forEach(this::clear);
        destinations.forEach(this::go);
        return new Plan(steps, rows.rows());
    }

    private List<RevisionNode> places(Target target) {
        return target.isRelative() ? resolver.reached(target) : resolver.places(target);
    }

    private List<RevisionNode> destinations(Target target) {
        if (target.isRelativeToHere()) {
            throw target.misplaced("a stamp names the revision it goes to, and does not count from the current one");
        }
        if (target.symbol().equals(Words.HEAD) && resolver.heads(target).size() > 1) {
            throw new MigrationException(
                    ErrorCode.MULTIPLE_HEADS,
                    "Multiple heads are present; please specify a single target revision, or 'heads' for all of them."
                            + " There are: " + Words.list(resolver.heads(target)));
        }
        return places(target);
    }

    /** Deletes the rows of the branch that the target names, or all. */
    private void clear(Target target) {
        Branch branch = resolver.branch(target);
        List<String> gone =
                branch == null ? rows.rows() : rows.related(branch.revision().id());
        gone.forEach(this::drop);
    }

    private void go(RevisionNode destination) {
        String id = destination.id();
        List<String> from =
                rows.related(id).stream().filter(row -> !row.equals(id)).toList();
        if (rows.rows().contains(id)) {
            from.forEach(this::drop);
        } else {
            steps.add(new Step(destination, Direction.STAMP, from, List.of(id), rows.merge(from, id)));
        }
    }

    private void drop(String row) {
        steps.add(new Step(graph.node(row), Direction.STAMP, List.of(row), List.of(), rows.delete(row)));
    }

    private void refuseOverlap(Set<RevisionNode> destinations) {
        for (RevisionNode destination : destinations) {
            Set<String> above = new HashSet<>(graph.edges().descendants(List.of(destination.id())));
            List<RevisionNode> over = destinations.stream()
                    .filter(other -> !other.equals(destination) && above.contains(other.id()))
                    .toList();
            if (!over.isEmpty()) {
                throw new MigrationException(
                        ErrorCode.REVISIONS_OVERLAP,
                        "Requested revision " + destination.id() + " overlaps with other requested revisions "
                                + Words.list(over) + ", which imply it. Leave " + destination.id() + " out.");
            }
        }
    }
}
