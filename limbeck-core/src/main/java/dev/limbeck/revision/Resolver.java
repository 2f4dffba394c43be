// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says which revisions a target means; base is an empty list. */
final class Resolver {
    private final RevisionGraph graph;
    private final List<String> rows;
    private final Walk walk;

    Resolver(RevisionGraph graph, List<String> rows) {
        this.graph = graph;
        this.rows = rows;
        this.walk = new Walk(graph);
    }

    Target parse(String text) {
        return Target.parse(text, graph.names());
    }

    /** The revisions of a target that names its own place, or counts down from the heads. */
    List<RevisionNode> resolve(Target target) {
        if (!target.isRelativeToHere()) {
            return target.isRelative() ? reached(target) : places(target);
        }
        if (target.steps() >= 0) {
            throw target.misplaced("there is no place to count up from; write one before the +, as in base+1");
        }
        Branch branch = branch(target);
        Set<RevisionNode> found = new LinkedHashSet<>();
        (branch == null ? graph.realHeads() : on(branch, graph.heads()))
                .forEach(head -> found.addAll(whole(target, walk.follow(target, head, branch))));
        return List.copyOf(found);
    }

    /** The revisions of a target without its steps. */
    List<RevisionNode> places(Target target) {
        Branch branch = branch(target);
        return switch (target.symbol()) {
            case Words.HEAD -> single(target, heads(target));
            case Words.HEADS -> branch == null ? graph.realHeads() : on(branch, graph.heads());
            case Words.BASE -> List.of();
            case Words.CURRENT -> branch == null ? current() : on(branch, current());
            default -> List.of(named(target.symbol(), branch));
        };
    }

    /** The heads by down revision, those of the branch if the target names one. */
    List<RevisionNode> heads(Target target) {
        Branch branch = branch(target);
        return branch == null ? graph.heads() : on(branch, graph.heads());
    }

    /** The place a walk from the target's symbol leads to; it must have room for every step. */
    List<RevisionNode> reached(Target target) {
        return whole(target, walked(target));
    }

    /** The same, but the walk stops where the history ends. */
    Walk.End walked(Target target) {
        List<RevisionNode> start = single(target, places(target));
        return walk.follow(target, start.isEmpty() ? null : start.get(0), branch(target));
    }

    private static List<RevisionNode> whole(Target target, Walk.End end) {
        if (end.missing() > 0) {
            throw new MigrationException(
                    ErrorCode.REVISION_NOT_REACHABLE,
                    "Walked too far: '" + target.text() + "' goes " + end.missing() + " step(s) past the "
                            + (target.steps() > 0 ? "last" : "first")
                            + " revision of the line. The command history lists what there is.");
        }
        return end.places();
    }

    /** The branch that the target names, if it names one. */
    @Nullable
    Branch branch(Target target) {
        String name = target.branch();
        if (name == null) {
            return null;
        }
        RevisionNode revision = graph.lookup().revision(name);
        return new Branch(name, revision, graph.edges().lineage(revision.id()));
    }

    private RevisionNode named(String name, @Nullable Branch branch) {
        return branch == null ? graph.lookup().revision(name) : graph.lookup().revision(name, branch);
    }

    private List<RevisionNode> single(Target target, List<RevisionNode> places) {
        if (places.size() > 1) {
            throw new MigrationException(
                    ErrorCode.MULTIPLE_HEADS,
                    "Multiple head revisions are present for given argument '" + target.text()
                            + "'; please specify a specific target revision, '<branchname>@head' to narrow to a"
                            + " specific head, or 'heads' for all heads. There are: " + Words.list(places));
        }
        return places;
    }

    /** The revisions of the version table. */
    List<RevisionNode> current() {
        return DatabaseRows.nodes(graph, rows);
    }

    static List<RevisionNode> on(Branch branch, List<RevisionNode> nodes) {
        return nodes.stream()
                .filter(node -> branch.lineage().contains(node.id()))
                .toList();
    }

    static List<String> ids(List<RevisionNode> nodes) {
        return nodes.stream().map(RevisionNode::id).toList();
    }
}
