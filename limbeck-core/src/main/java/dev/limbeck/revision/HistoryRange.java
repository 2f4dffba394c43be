// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The revisions between two places, both included. */
final class HistoryRange {
    private final RevisionGraph graph;
    private final Resolver resolver;
    private final Walk walk;

    HistoryRange(RevisionGraph graph, List<String> rows) {
        this.graph = graph;
        this.resolver = new Resolver(graph, rows);
        this.walk = new Walk(graph);
    }

    /** The revisions of {@code START:END}, newest first. */
    List<RevisionNode> of(String text) {
        String[] parts = text.strip().split(":", -1);
        if (parts.length != 2) {
            throw new MigrationException(
                    ErrorCode.BAD_TARGET,
                    "History range requires [start]:[end], [start]:, or :[end]; '" + Words.shown(text) + "' has "
                            + (parts.length - 1) + " colons.");
        }
        Target start = parse(parts[0], Words.BASE);
        Target end = parse(parts[1], Words.HEADS);
        List<RevisionNode> found = new ArrayList<>(graph.nodes());
        Set<String> wanted = start.isRelativeToHere() ? countedDown(text, start, end) : between(text, start, end);
        found.removeIf(node -> !wanted.contains(node.id()));
        Collections.reverse(found);
        return found;
    }

    private Target parse(String part, String blank) {
        return resolver.parse(part.isBlank() ? blank : part);
    }

    private Set<String> between(String text, Target start, Target end) {
        List<RevisionNode> starts = places(start);
        List<RevisionNode> ends = end.isRelativeToHere() ? countedUp(end, starts) : ends(end, resolver.branch(start));
        return between(text, starts, ends);
    }

    /** A start on a branch keeps the range on it, so all heads are then those of the branch. */
    private List<RevisionNode> ends(Target end, @Nullable Branch branch) {
        if (branch == null) {
            return places(end);
        }
        boolean allHeads = end.symbol().equals(Words.HEADS) && !end.isRelative();
        return Resolver.on(branch, allHeads ? graph.heads() : places(end));
    }

    /** What the ends need and the starts do not; starts that are revisions leave other branches out. */
    private Set<String> between(String text, List<RevisionNode> starts, List<RevisionNode> ends) {
        Set<String> wanted = new HashSet<>(graph.edges().ancestors(Resolver.ids(ends)));
        List<String> from = Resolver.ids(starts);
        if (from.isEmpty()) {
            return wanted;
        }
        if (!wanted.containsAll(from)) {
            throw new MigrationException(
                    ErrorCode.REVISION_NOT_REACHABLE,
                    "Requested range " + text
                            + " does not refer to ancestor/descendant revisions along the same branch."
                            + " Write the older revision first; history without a range shows how they follow each"
                            + " other.");
        }
        wanted.removeAll(graph.edges().ancestors(from));
        wanted.addAll(from);
        wanted.retainAll(Edges.closure(from, graph.edges()::children));
        return wanted;
    }

    /** The places of a target; a walk past the end of the history stops there. */
    private List<RevisionNode> places(Target target) {
        return target.isRelative() ? resolver.walked(target).places() : resolver.places(target);
    }

    /** {@code -N:END} begins N steps below each of the ends. */
    private Set<String> countedDown(String text, Target start, Target end) {
        if (start.steps() >= 0) {
            throw start.misplaced("a range begins at a place or, with -N, some steps below its end");
        }
        if (end.isRelativeToHere()) {
            throw end.misplaced("only one side of a range can count from the other");
        }
        Branch branch = resolver.branch(start);
        Set<String> wanted = new HashSet<>();
        for (RevisionNode last : ends(end, branch)) {
            List<RevisionNode> first = walk.follow(start, last, branch).places();
            wanted.addAll(between(text, first, List.of(last)));
        }
        return wanted;
    }

    /** {@code START:+N} ends N steps above the start. */
    private List<RevisionNode> countedUp(Target end, List<RevisionNode> starts) {
        if (end.steps() <= 0) {
            throw end.tooFar("a range ends above its start. Write START:+N, or -N: for the last ones.");
        }
        Branch branch = resolver.branch(end);
        List<RevisionNode> from = branch == null ? starts : Resolver.on(branch, starts);
        if (from.size() > 1) {
            throw new MigrationException(
                    ErrorCode.REVISION_AMBIGUOUS,
                    "Ambiguous range: '" + end.text() + "' may count from " + Words.list(from)
                            + ". Name the branch as in LABEL@" + end.delta() + ".");
        }
        return walk.follow(end, first(from), branch).places();
    }

    private static @Nullable RevisionNode first(List<RevisionNode> nodes) {
        return nodes.isEmpty() ? null : nodes.get(0);
    }
}
