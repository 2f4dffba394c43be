// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Branches;
import dev.limbeck.command.RevisionView;
import java.util.List;
import java.util.stream.Collectors;

/** Revisions as one line each, in the shapes of Alembic. */
final class RevisionLines {
    private RevisionLines() {}

    /** {@code DOWN -> REV (labels) (head) (current) (branchpoint) (mergepoint), DOC}. */
    static String history(RevisionView revision) {
        String dependencies =
                revision.dependsOn().isEmpty() ? "" : " (" + String.join(", ", revision.dependsOn()) + ")";
        return RevisionBlock.parents(revision) + dependencies + " -> " + revision.id() + labels(revision)
                + head(revision) + tree(revision) + doc(revision) + "\n";
    }

    /** {@code REV (labels) (head)}. */
    static String heads(RevisionView revision) {
        return revision.id() + labels(revision) + head(revision) + "\n";
    }

    /** {@code REV (head) (branchpoint) (mergepoint)}. */
    static String current(RevisionView revision) {
        return revision.id() + head(revision) + tree(revision) + "\n";
    }

    /** The branch point, and below it, indented by its width, what follows it. */
    static String branch(Branches.Branch branch, boolean verbose) {
        RevisionView point = branch.point();
        String indent = " ".repeat(point.id().length());
        String first = verbose ? RevisionBlock.of(point) : point.id() + labels(point) + head(point) + tree(point);
        return first + "\n"
                + branch.children().stream()
                        .map(child -> indent + " -> " + child.id() + labels(child) + head(child) + tree(child)
                                + (verbose ? doc(child) : "") + "\n")
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String labels(RevisionView revision) {
        List<String> labels = revision.labels();
        return labels.isEmpty() ? "" : " (" + String.join(", ", labels) + ")";
    }

    private static String head(RevisionView revision) {
        RevisionView.Marks marks = revision.marks();
        if (marks.effectiveHead()) {
            return " (effective head)";
        }
        return marks.head() ? " (head)" : "";
    }

    private static String tree(RevisionView revision) {
        RevisionView.Marks marks = revision.marks();
        return (marks.current() ? " (current)" : "")
                + (marks.branchPoint() ? " (branchpoint)" : "")
                + (marks.mergePoint() ? " (mergepoint)" : "");
    }

    private static String doc(RevisionView revision) {
        return ", " + revision.message();
    }
}
