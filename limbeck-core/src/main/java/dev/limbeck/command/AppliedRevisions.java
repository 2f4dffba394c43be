// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Options;
import dev.limbeck.error.MigrationException;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.run.Event;
import dev.limbeck.script.RevisionScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tells whether the project's database has run revisions that are about to change. Makes no database. */
final class AppliedRevisions {
    private final Workspace workspace;

    AppliedRevisions(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What a person should know about them before they change. */
    List<String> warnings(List<RevisionScript> moving) {
        if (workspace.settings().find(Options.URL).isEmpty()) {
            return List.of();
        }
        List<String> rows;
        try {
            rows = rows();
        } catch (MigrationException | SQLException unreachable) {
            workspace
                    .listener()
                    .on(new Event.Note("The database cannot be asked whether it has run these revisions: "
                            + String.valueOf(unreachable.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("")
                            + " Where they have run, downgrade with the old files first."));
            return List.of();
        }
        return graph().map(graph -> applied(graph, rows, moving)).orElseGet(() -> mayBeApplied(rows, moving));
    }

    private List<String> rows() throws SQLException {
        if (!workspace.dialect().isThere(workspace.database())) {
            return List.of();
        }
        try (Connection connection = workspace.connectSilently()) {
            return workspace.versions().read(connection);
        }
    }

    /** None where two files have one id. */
    private Optional<RevisionGraph> graph() {
        try {
            return Optional.of(workspace.graph());
        } catch (MigrationException broken) {
            return Optional.empty();
        }
    }

    private List<String> applied(RevisionGraph graph, List<String> rows, List<RevisionScript> moving) {
        Collection<String> applied = graph.ancestors(
                rows.stream().filter(row -> graph.find(row).isPresent()).toList());
        List<RevisionNode> run = moving.stream()
                .map(RevisionScript::node)
                .filter(node -> applied.contains(node.id()))
                .toList();
        if (run.isEmpty()) {
            return List.of();
        }
        List<String> parents = run.get(0).downRevisions();
        String target = parents.isEmpty() ? "base" : parents.get(0);
        return List.of("The database at " + workspace.database() + " has run "
                + String.join(", ", run.stream().map(RevisionNode::id).toList())
                + " already, and will not understand what follows. Take it back first, while the files are as they are:"
                + " limbeck downgrade " + target);
    }

    private List<String> mayBeApplied(List<String> rows, List<RevisionScript> moving) {
        List<String> run = moving.stream()
                .map(script -> script.node().id())
                .filter(rows::contains)
                .toList();
        return run.isEmpty()
                ? List.of()
                : List.of("The database at " + workspace.database() + " has run a revision " + String.join(", ", run)
                        + ". If that was yours, take it back first with your branch as it was before the merge: limbeck"
                        + " downgrade -" + run.size());
    }
}
