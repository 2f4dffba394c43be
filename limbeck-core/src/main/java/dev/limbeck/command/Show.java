// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

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
        List<String> rows = asks ? workspace.rows() : List.of();
        return new Result(workspace.graph().resolve(identifier, rows).stream()
                .map(node -> asks ? RevisionView.of(node, workspace, rows) : RevisionView.of(node, workspace))
                .toList());
    }
}
