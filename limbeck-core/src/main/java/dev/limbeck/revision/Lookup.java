// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.error.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the one revision that a name or the beginning of a name means. */
final class Lookup {
    /** Shorter names are only found by their whole spelling. */
    private static final int SHORTEST_ABBREVIATED = 4;

    private final RevisionGraph graph;

    Lookup(RevisionGraph graph) {
        this.graph = graph;
    }

    /** The revision of that id, label, or unique prefix of either. */
    RevisionNode revision(String name) {
        return graph.names().owner(name).map(graph::node).orElseGet(() -> abbreviated(name, id -> true));
    }

    /** The same on a branch: others do not count as candidates, and are refused. */
    RevisionNode revision(String name, Branch branch) {
        RevisionNode found = graph.names()
                .owner(name)
                .map(graph::node)
                .orElseGet(() -> abbreviated(name, branch.lineage()::contains));
        if (!branch.lineage().contains(found.id())) {
            throw new MigrationException(
                    ErrorCode.REVISION_NOT_FOUND,
                    "Can't locate revision identified by '" + branch.name() + "@" + name + "': revision " + found.id()
                            + " (" + found.path() + ") is not a member of branch '" + branch.name()
                            + "'. Leave the branch out, or name a revision on it.");
        }
        return found;
    }

    private RevisionNode abbreviated(String prefix, Predicate<String> candidate) {
        List<RevisionNode> found = graph.names().all().stream()
                .filter(name -> name.length() >= SHORTEST_ABBREVIATED && name.startsWith(prefix))
                .flatMap(name -> graph.names().owner(name).stream())
                .distinct()
                .filter(candidate)
                .map(graph::node)
                .toList();
        if (found.size() > 1) {
            throw new MigrationException(
                    ErrorCode.REVISION_AMBIGUOUS,
                    "Multiple revisions start with '" + prefix + "': " + Words.list(found)
                            + ". Write more letters of the one you mean.");
        }
        if (found.isEmpty()) {
            throw unknown(prefix);
        }
        return found.get(0);
    }

    MigrationException unknown(String name) {
        return new MigrationException(
                ErrorCode.REVISION_NOT_FOUND,
                "Can't locate revision identified by '" + name + "'. "
                        + suggestion(name).orElse("The command history lists the revisions there are."));
    }

    private Optional<String> suggestion(String name) {
        Set<String> known = graph.names().all();
        return Spelling.nearestStart(
                        name,
                        Stream.concat(known.stream(), Words.PLACES.stream().sorted())
                                .toList())
                .map(near -> "Did you mean '" + near + "'" + message(near) + "?");
    }

    private String message(String name) {
        return graph.names()
                .owner(name)
                .map(graph::node)
                .map(RevisionNode::message)
                .filter(message -> !message.isEmpty())
                .map(message -> " (" + message + ")")
                .orElse("");
    }
}
