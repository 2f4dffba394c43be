// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.run.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tells where a database is. Changes nothing in it. */
public final class Current {
    private final Workspace workspace;

    public Current(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Where the database is.
     *
     * @param url of the database, without secrets
     * @param unknown revisions that the database is at and no file has
     * @param unknownInLog what the log of the database says of these, a line for each that it knows
     * @param protection by whom or what it is protected, in words; empty if it is not
     */
    public record Result(
            String url,
            List<RevisionView> revisions,
            List<String> unknown,
            List<String> unknownInLog,
            boolean atHead,
            Optional<String> protection) {}

    public Result run() {
        RevisionGraph graph = workspace.graph();
        Rows read = read();
        List<String> rows = read.heads();
        List<String> unknown = workspace.unknown(rows);
        List<String> known = rows.stream().filter(row -> !unknown.contains(row)).toList();
        warnOfOverlap(graph, known);
        Set<String> applied = graph.ancestors(known);
        List<RevisionView> tips = graph.nodes().stream()
                .filter(node -> applied.contains(node.id()))
                .filter(node ->
                        graph.children(node.id()).stream().map(RevisionNode::id).noneMatch(applied::contains))
                .map(node -> RevisionView.of(node, workspace, List.of(node.id())))
                .toList();
        boolean atHead = unknown.isEmpty() && applied.size() == graph.nodes().size();
        return new Result(workspace.database().toString(), tips, unknown, inLog(unknown), atHead, read.protection());
    }

    private List<String> inLog(List<String> unknown) {
        if (unknown.isEmpty()) {
            return List.of();
        }
        try (Connection connection = workspace.connectSilently()) {
            return new UnknownRevisions(workspace).lines(unknown, connection);
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }

    private record Rows(List<String> heads, Optional<String> protection) {}

    /** What the database says; nothing where there is none yet. */
    private Rows read() {
        if (!workspace.dialect().exists(workspace.database())) {
            return new Rows(List.of(), Optional.empty());
        }
        try (Connection connection = workspace.connect()) {
            return new Rows(workspace.versions().read(connection), Guard.protection(workspace, connection));
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }

    /** A row that another one implies is no place of its own: somebody wrote it by hand. */
    private void warnOfOverlap(RevisionGraph graph, List<String> rows) {
        Set<String> implied = new TreeSet<>();
        for (String row : rows) {
            Set<String> below = new TreeSet<>(graph.ancestors(List.of(row)));
            below.remove(row);
            rows.stream().filter(below::contains).forEach(implied::add);
        }
        if (!implied.isEmpty()) {
            List<String> tips =
                    rows.stream().filter(row -> !implied.contains(row)).toList();
            workspace
                    .listener()
                    .on(new Event.Warning("The version table also has a row for " + String.join(", ", implied)
                            + ", which " + String.join(", ", tips)
                            + " implies; put the table right with limbeck stamp --purge " + String.join(" ", tips)
                            + "."));
        }
    }
}
