// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.RevisionView;
import java.util.List;
import java.util.stream.Collectors;

/** All about one revision, in the shape of Alembic's log entry. */
final class RevisionBlock {
    private RevisionBlock() {}

    static String of(RevisionView revision) {
        RevisionView.Marks marks = revision.marks();
        StringBuilder text = new StringBuilder("Rev: ").append(revision.id());
        text.append(marks.head() || marks.effectiveHead() ? " (head)" : "");
        text.append(marks.branchPoint() ? " (branchpoint)" : "");
        text.append(marks.mergePoint() ? " (mergepoint)" : "");
        text.append(marks.current() ? " (current)" : "").append('\n');
        text.append(marks.mergePoint() ? "Merges: " : "Parent: ")
                .append(parents(revision))
                .append('\n');
        list(text, "Also depends on: ", revision.dependsOn());
        list(text, "Branches into: ", marks.branchPoint() ? revision.children() : List.of());
        list(text, "Branch names: ", revision.labels());
        text.append("Path: ").append(revision.path()).append("\n\n");
        text.append(revision.doc().lines().map(line -> "    " + line).collect(Collectors.joining("\n")));
        return text.append('\n').toString();
    }

    /** The blocks with an empty line after each. */
    static String all(List<RevisionView> revisions) {
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
