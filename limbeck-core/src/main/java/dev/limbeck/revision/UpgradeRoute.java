// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which revisions an upgrade runs. */
final class UpgradeRoute {
    private final RevisionGraph graph;
    private final Resolver resolver;
    private final List<String> rows;

    UpgradeRoute(RevisionGraph graph, List<String> rows) {
        this.graph = graph;
        this.rows = rows;
        this.resolver = new Resolver(graph, rows);
    }

    /** What the target needs and the database lacks, oldest first. */
    List<RevisionNode> revisions(Target target) {
        refuseOverlappingRows();
        Set<String> missing = new HashSet<>(graph.edges().ancestors(Resolver.ids(destinations(target))));
        missing.removeAll(graph.edges().ancestors(rows));
        return graph.inOrder(missing).stream().map(graph::node).toList();
    }

    private List<RevisionNode> destinations(Target target) {
        if (target.isRelativeToHere()) {
            return above(target);
        }
        return target.isRelative() ? resolver.reached(target) : resolver.places(target);
    }

    private List<RevisionNode> above(Target target) {
        if (target.steps() <= 0) {
            throw target.tooFar("an upgrade only goes up. Write +N, or use downgrade.");
        }
        Branch branch = resolver.branch(target);
        Walk.End end = new Walk(graph).follow(target, start(target, branch), branch);
        if (end.missing() > 0) {
            throw target.tooFar("from where the database stands, "
                    + (target.steps() - end.missing())
                    + " can run" + (branch == null ? "" : " on branch '" + branch.name() + "'")
                    + ". Use head or heads to run all of them.");
        }
        return end.places();
    }

    /** Where the database stands, on the branch if one is named; null is base. */
    private @Nullable RevisionNode start(Target target, @Nullable Branch branch) {
        List<RevisionNode> current = resolver.current();
        List<RevisionNode> starts = branch == null ? current : standingOn(branch, current);
        if (starts.size() > 1) {
            throw new MigrationException(
                    ErrorCode.REVISION_AMBIGUOUS,
                    "Ambiguous upgrade from multiple current revisions: '" + target.text() + "' may start from "
                            + Words.list(starts) + ". Name the branch as in LABEL@" + target.delta()
                            + ", or the revision to reach.");
        }
        return starts.isEmpty() ? null : starts.get(0);
    }

    /** The rows on the branch; where it has none, the last of its revisions that the rows imply. */
    private List<RevisionNode> standingOn(Branch branch, List<RevisionNode> current) {
        List<RevisionNode> onBranch = Resolver.on(branch, current);
        return onBranch.isEmpty() ? Tips.of(graph, rows, branch) : onBranch;
    }

    private void refuseOverlappingRows() {
        for (String row : rows) {
            Set<String> above = new HashSet<>(graph.edges().descendants(List.of(row)));
            above.remove(row);
            List<String> over = rows.stream().filter(above::contains).toList();
            if (!over.isEmpty()) {
                throw new MigrationException(
                        ErrorCode.REVISIONS_OVERLAP,
                        "Requested revision " + row + " overlaps with other requested revisions "
                                + String.join(", ", over) + ": the version table has a row for each, though the latter"
                                + " imply the former. Somebody changed the table by hand; when the database really is at "
                                + String.join(", ", over) + ", put it right with stamp --purge "
                                + String.join(" ", over) + ".");
            }
        }
    }
}
