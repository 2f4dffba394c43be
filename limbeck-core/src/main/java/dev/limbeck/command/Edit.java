// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.revision.RevisionNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the file of a revision, for an editor to open. */
public final class Edit {
    private final Workspace workspace;

    public Edit(Workspace workspace) {
        this.workspace = workspace;
    }

    public record Result(Path file) {}

    /**
     * Finds the file of the one revision that an identifier means; {@code current} asks the database.
     *
     * @throws MigrationException if it means none, or several
     */
    public Result run(String identifier) {
        List<String> rows = identifier.contains("current") ? workspace.rows() : List.of();
        List<RevisionNode> found = workspace.graph().resolve(identifier, rows);
        if (found.isEmpty()) {
            throw new MigrationException(
                    ErrorCode.REVISION_NOT_FOUND,
                    identifier.equals("current")
                            ? "No current revisions: the database is at none. Name the revision to edit."
                            : "No revision files indicated by symbol '" + identifier + "'. Name the revision to edit.");
        }
        if (found.size() > 1) {
            throw new MigrationException(
                    ErrorCode.REVISION_AMBIGUOUS,
                    "'" + identifier + "' means " + found.size() + " revisions: "
                            + found.stream().map(RevisionNode::id).collect(Collectors.joining(", "))
                            + ". Name the one to edit.");
        }
        return new Result(
                workspace.scripts().find(found.get(0).id()).orElseThrow().path());
    }
}
