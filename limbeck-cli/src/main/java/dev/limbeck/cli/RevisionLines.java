// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Branches;
import dev.limbeck.command.RevisionView;
import java.util.List;
import java.util.stream.Collectors;

/** Revisions as one line each, in the shapes of Alembic. */
record RevisionLines(Palette palette) {

    /** {@code DOWN -> REV (labels) (head) (current) (branchpoint) (mergepoint), DOC}. */
    String history(RevisionView revision) {
        String dependencies =
                revision.dependsOn().isEmpty() ? "" : " (" + String.join(", ", revision.dependsOn()) + ")";
        return RevisionBlock.parents(revision) + dependencies + " -> " + palette.id(revision.id()) + labels(revision)
                + head(revision) + current(revision.marks()) + tree(revision) + doc(revision) + "\n";
    }

    /** {@code REV (labels) (head) (current) (depends on REV) DOC}: what a graph tells of a revision in words. */
    String graph(RevisionView revision) {
        String dependencies =
                revision.dependsOn().isEmpty() ? "" : " (depends on " + String.join(", ", revision.dependsOn()) + ")";
        return palette.id(revision.id()) + labels(revision) + head(revision) + current(revision.marks()) + dependencies
                + " " + revision.message();
    }

    /** {@code REV (labels) (head)}. */
    String heads(RevisionView revision) {
        return palette.id(revision.id()) + labels(revision) + head(revision) + "\n";
    }

    /** {@code REV (head) (branchpoint) (mergepoint)}. */
    String current(RevisionView revision) {
        return palette.id(revision.id()) + head(revision) + tree(revision) + "\n";
    }

    /** The branch point, and below it, indented by its width, what follows it. */
    String branch(Branches.Branch branch, boolean verbose) {
        RevisionView point = branch.point();
        String indent = " ".repeat(point.id().length());
        String first = verbose
                ? new RevisionBlock(palette).of(point)
                : palette.id(point.id()) + labels(point) + head(point) + tree(point);
        return first + "\n"
                + branch.children().stream()
                        .map(child -> indent + " -> " + palette.id(child.id()) + labels(child) + head(child)
                                + tree(child) + (verbose ? doc(child) : "") + "\n")
                        .collect(Collectors.joining())
                + "\n";
    }

    private String labels(RevisionView revision) {
        List<String> labels = revision.labels();
        return labels.isEmpty() ? "" : " (" + palette.label(String.join(", ", labels)) + ")";
    }

    private String head(RevisionView revision) {
        RevisionView.Marks marks = revision.marks();
        if (marks.effectiveHead()) {
            return " (" + palette.head("effective head") + ")";
        }
        return marks.head() ? " (" + palette.head("head") + ")" : "";
    }

    private String current(RevisionView.Marks marks) {
        return Boolean.TRUE.equals(marks.current()) ? " (" + palette.current("current") + ")" : "";
    }

    private static String tree(RevisionView revision) {
        RevisionView.Marks marks = revision.marks();
        return (marks.branchPoint() ? " (branchpoint)" : "") + (marks.mergePoint() ? " (mergepoint)" : "");
    }

    private static String doc(RevisionView revision) {
        return ", " + revision.message();
    }
}
