// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which revisions a downgrade undoes.
 *
 * <p>It goes to a revision by undoing that revision's children and all that cannot stand without them, on other
 * branches too; it goes to base by undoing the bases. Where there are several children or bases, a branch picks those
 * that its revision descends from.
 */
final class DowngradeRoute {
    private final RevisionGraph graph;
    private final Resolver resolver;
    private final List<String> rows;

    DowngradeRoute(RevisionGraph graph, List<String> rows) {
        this.graph = graph;
        this.rows = rows;
        this.resolver = new Resolver(graph, rows);
    }

    /**
     * Where a downgrade goes.
     *
     * @param place the revision that stays, with all it needs; null is base
     * @param branch the revision that picks the branch, if one does
     */
    private record Destination(
            @Nullable RevisionNode place, @Nullable RevisionNode branch) {
        static Destination of(List<RevisionNode> places, @Nullable RevisionNode branch) {
            return new Destination(places.isEmpty() ? null : places.get(0), branch);
        }
    }

    /** What is undone, in the order in which the revisions once ran. */
    List<RevisionNode> revisions(Target target) {
        Destination destination = destination(target);
        Set<String> undone = new HashSet<>(graph.edges().descendants(Resolver.ids(roots(target, destination))));
        undone.retainAll(graph.edges().ancestors(rows));
        RevisionNode place = destination.place();
        if (undone.isEmpty() && place != null && !rows.contains(place.id())) {
            throw invalid(
                    "Destination " + target.text() + " is not a valid downgrade target from current head(s)",
                    rows.isEmpty()
                            ? "no revision is applied"
                            : "the database is at " + Words.list(resolver.current())
                                    + ", and nothing applied follows it");
        }
        return graph.inOrder(undone).stream().map(graph::node).toList();
    }

    private List<RevisionNode> roots(Target target, Destination destination) {
        RevisionNode place = destination.place();
        List<RevisionNode> roots = place == null ? graph.bases() : graph.children(place.id());
        RevisionNode branch = destination.branch();
        if (branch == null || roots.size() <= 1) {
            return roots;
        }
        Set<String> line = Edges.closure(List.of(branch.id()), graph.edges()::down);
        List<RevisionNode> onLine =
                roots.stream().filter(root -> line.contains(root.id())).toList();
        if (onLine.isEmpty()) {
            throw invalid(
                    "Not a valid downgrade target from current heads: " + target.text(),
                    "the branch's revision " + branch.id() + " follows none of " + Words.list(roots)
                            + ". Leave the branch out to undo all of these, or name one of them before the @");
        }
        return onLine;
    }

    private Destination destination(Target target) {
        if (target.isRelativeToHere()) {
            return below(target);
        }
        Branch branch = resolver.branch(target);
        List<RevisionNode> places = target.isRelative() ? resolver.reached(target) : absolute(target);
        return Destination.of(places, branch == null ? null : branch.revision());
    }

    /** The branch only picks what is undone: the revision to stay may be on another one, as Alembic has it. */
    private List<RevisionNode> absolute(Target target) {
        if (!Words.PLACES.contains(target.symbol())) {
            return List.of(graph.lookup().revision(target.symbol()));
        }
        List<RevisionNode> places = resolver.places(target);
        if (places.size() > 1) {
            throw new MigrationException(
                    ErrorCode.MULTIPLE_HEADS,
                    "Multiple head revisions are present for given argument '" + target.text()
                            + "'; a downgrade goes to one revision. There are: " + Words.list(places));
        }
        return places;
    }

    private Destination below(Target target) {
        if (target.steps() >= 0) {
            throw target.tooFar("a downgrade only goes down. Write -N, or use upgrade.");
        }
        Branch branch = resolver.branch(target);
        RevisionNode start = start(target, branch);
        Walk.End end = new Walk(graph).follow(target, start, branch);
        if (end.missing() > 0) {
            throw target.tooFar("below " + Words.list(List.of(start)) + " only " + (-target.steps() - end.missing())
                    + " can be undone. Use base to undo all of them.");
        }
        return Destination.of(end.places(), branch == null ? start : branch.revision());
    }

    private RevisionNode start(Target target, @Nullable Branch branch) {
        List<RevisionNode> current = resolver.current();
        List<RevisionNode> starts = branch == null ? current : Resolver.on(branch, current);
        if (starts.isEmpty() && branch != null) {
            starts = Tips.of(graph, rows, branch);
        }
        if (starts.isEmpty()) {
            throw target.tooFar(
                    branch == null
                            ? "no revision is applied."
                            : "no revision of branch '" + branch.name() + "' is applied.");
        }
        if (starts.size() > 1) {
            throw new MigrationException(
                    ErrorCode.REVISION_AMBIGUOUS,
                    "Ambiguous downgrade from multiple current revisions: '" + target.text() + "' may start from "
                            + Words.list(starts) + ". Name the branch as in "
                            + starts.get(0).id() + "@"
                            + target.delta() + ", or the revision to go back to.");
        }
        return starts.get(0);
    }

    private static MigrationException invalid(String what, String why) {
        return new MigrationException(
                ErrorCode.REVISION_NOT_REACHABLE,
                what + "; " + why + ". The command current shows where the database stands, history what lies below.");
    }
}
