// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.revision.RevisionNode;
import dev.limbeck.run.Event;
import java.util.List;

/** Tells all about one revision, or several. */
public final class Show {
    private final Workspace workspace;

    public Show(Workspace workspace) {
        this.workspace = workspace;
    }

    public record Result(List<RevisionView> revisions) {}

    /** Tells about the revisions that an identifier means; {@code current} asks the database. */
    public Result run(String identifier) {
        boolean asks = identifier.contains("current");
        List<String> rows = asks ? workspace.knownRows() : List.of();
        List<RevisionNode> found = workspace.graph().resolve(identifier, rows);
        if (found.isEmpty()) {
            workspace
                    .listener()
                    .on(new Event.Note("There is nothing to show: '" + identifier + "' names no revision."));
        }
        return new Result(found.stream()
                .map(node -> asks ? RevisionView.of(node, workspace, rows) : RevisionView.of(node, workspace))
                .toList());
    }
}
