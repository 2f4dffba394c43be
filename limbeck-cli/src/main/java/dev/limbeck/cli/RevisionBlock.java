// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.RevisionView;
import java.util.List;
import java.util.stream.Collectors;

/** All about one revision, in the shape of Alembic's log entry. */
record RevisionBlock(Palette palette) {

    String of(RevisionView revision) {
        boolean current = Boolean.TRUE.equals(revision.marks().current());
        return of(revision, current ? " (" + palette.current("current") + ")" : "");
    }

    /** Where all of them are current, so that saying it says nothing. */
    String ofCurrent(RevisionView revision) {
        return of(revision, "");
    }

    private String of(RevisionView revision, String current) {
        RevisionView.Marks marks = revision.marks();
        StringBuilder text = new StringBuilder("Rev: ").append(palette.id(revision.id()));
        text.append(marks.head() || marks.effectiveHead() ? " (" + palette.head("head") + ")" : "");
        text.append(marks.branchPoint() ? " (branchpoint)" : "");
        text.append(marks.mergePoint() ? " (mergepoint)" : "");
        text.append(current).append('\n');
        text.append(marks.mergePoint() ? "Merges: " : "Parent: ")
                .append(parents(revision))
                .append('\n');
        list(text, "Also depends on: ", revision.dependsOn());
        list(text, "Branches into: ", marks.branchPoint() ? revision.children() : List.of());
        list(text, "Branch names: ", revision.labels());
        text.append("Path: ").append(revision.path()).append("\n\n");
        text.append(revision.description().lines().map(line -> "    " + line).collect(Collectors.joining("\n")));
        return text.append('\n').toString();
    }

    /** The blocks with an empty line after each. */
    String all(List<RevisionView> revisions) {
        return revisions.stream().map(revision -> of(revision) + "\n").collect(Collectors.joining());
    }

    static String parents(RevisionView revision) {
        return revision.downRevisions().isEmpty() ? "<base>" : String.join(", ", revision.downRevisions());
    }

    private static void list(StringBuilder text, String label, List<String> names) {
        if (!names.isEmpty()) {
            text.append(label).append(String.join(", ", names)).append('\n');
        }
    }
}
