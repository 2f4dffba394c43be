// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Options;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds a history to one line, where the settings want that: one base, one head, and no merge between them. */
final class LinearRule {
    private final Workspace workspace;

    LinearRule(Workspace workspace) {
        this.workspace = workspace;
    }

    static boolean isSet(Workspace workspace) {
        return workspace.settings().get(Options.HISTORY).equals("linear");
    }

    /** Refuses a history that is not one line. */
    void require() {
        violation().ifPresent(message -> {
            throw new MigrationException(ErrorCode.HISTORY_NOT_LINEAR, message);
        });
    }

    /** What is wrong with the history, and the ways out; nothing where branches are allowed. */
    Optional<String> violation() {
        return isSet(workspace) ? violation(workspace.graph()) : Optional.empty();
    }

    private Optional<String> violation(RevisionGraph graph) {
        List<String> parts = new ArrayList<>();
        if (graph.heads().size() > 1) {
            WaysOut out = new WaysOut(workspace, GitView.of(workspace));
            parts.add("The history has " + graph.heads().size() + " heads, and limbeck.history=linear allows one:\n"
                    + out.heads(graph.heads()) + "There are two ways out:\n" + out.commands(graph.heads()));
        } else if (graph.bases().size() > 1) {
            parts.add("The history begins " + graph.bases().size() + " times, and limbeck.history=linear allows one"
                    + " revision that follows none: " + names(graph.bases())
                    + ". Write into all but the first of them what they follow.");
        }
        List<RevisionNode> merges = graph.nodes().stream()
                .filter(node -> graph.isMergePoint(node.id()))
                .toList();
        if (!merges.isEmpty()) {
            parts.add("The history has merges, and limbeck.history=linear allows none: " + names(merges)
                    + ". Delete the file of a merge that no database has run, and limbeck rebase one of the lines"
                    + " onto the other; with merges that have run, set limbeck.history=branched.");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", parts));
    }

    /** Refuses a revision that would make a line into a branch. */
    void requireAfter(RevisionGraph changed, RevisionNode added) {
        if (!isSet(workspace)) {
            return;
        }
        boolean branches = added.downRevisions().stream().anyMatch(changed::isBranchPoint);
        if (branches || added.downRevisions().size() > 1 || changed.bases().size() > 1) {
            String head = names(workspace.graph().heads());
            throw new MigrationException(
                    ErrorCode.HISTORY_NOT_LINEAR,
                    "limbeck.history=linear: a new revision follows the head, " + head
                            + ", and nothing else. Leave --head and --splice out, or set limbeck.history=branched.");
        }
    }

    private static String names(List<RevisionNode> nodes) {
        return String.join(
                ", ",
                nodes.stream().map(node -> node.id() + " (" + node.path() + ")").toList());
    }
}
