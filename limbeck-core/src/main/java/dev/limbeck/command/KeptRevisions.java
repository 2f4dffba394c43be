// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.history.RecordedDowngrade;
import dev.limbeck.history.RunLog;
import dev.limbeck.revision.Plan;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.revision.Step;
import dev.limbeck.script.Language;
import dev.limbeck.script.LoadedRevision;
import dev.limbeck.script.LocatedOperation;
import dev.limbeck.script.RecordedRevision;
import dev.limbeck.script.RevisionScript;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The revisions as a database kept them, beside the files: a file serves where it is the one that ran. */
final class KeptRevisions implements Move.Revisions {
    private final Workspace workspace;

    KeptRevisions(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public RevisionGraph graph(Connection connection) throws SQLException {
        Map<String, RevisionNode> nodes = new LinkedHashMap<>();
        workspace.graph().nodes().forEach(node -> nodes.put(node.id(), node));
        AppliedTexts texts = new AppliedTexts(workspace, connection);
        for (RunLog.Row row : workspace.log().applied(connection).values()) {
            if (isFileThatRan(row).isEmpty()) {
                texts.script(row).ifPresent(script -> nodes.put(row.revision(), script.node()));
            }
        }
        return RevisionGraph.of(List.copyOf(nodes.values()));
    }

    @Override
    public List<LoadedRevision> load(Plan plan, Connection connection) throws SQLException {
        Map<String, RunLog.Row> applied = workspace.log().applied(connection);
        List<LoadedRevision> loaded = new ArrayList<>();
        for (Step step : plan.steps()) {
            loaded.add(load(step.revision().id(), applied, connection));
        }
        return List.copyOf(loaded);
    }

    private LoadedRevision load(String id, Map<String, RunLog.Row> applied, Connection connection) throws SQLException {
        RunLog.Row row = applied.get(id);
        Optional<RevisionScript> file = row == null ? workspace.scripts().find(id) : isFileThatRan(row);
        if (file.isPresent()) {
            return workspace.load(file.get());
        }
        if (row == null) {
            throw notKept(id, "it has no entry of its upgrade, which was run by something else, or stamped");
        }
        RunLog.Kept kept = workspace
                .log()
                .kept(connection, row)
                .orElseThrow(() -> notKept(id, "it was upgraded by a Limbeck that did not keep it"));
        RevisionScript script = RevisionScript.read(Path.of(row.file()), kept.source())
                .orElseThrow(() -> notKept(id, "what it kept is no revision file"));
        return script.language() == Language.SQL ? workspace.load(script) : recorded(script, kept.downgrade());
    }

    private static LoadedRevision recorded(RevisionScript script, RecordedDowngrade downgrade) {
        String id = script.node().id();
        if (downgrade == null) {
            throw notKept(id, "it kept its text only, which is Java and is not run from a database");
        }
        if (!downgrade.isKnown()) {
            throw notKept(id, "it could not be written down when it ran: " + downgrade.reason());
        }
        return new RecordedRevision(
                script,
                downgrade.steps().stream()
                        .map(step ->
                                new LocatedOperation(step.operation(), script.at(step.line()), step.transactional()))
                        .toList());
    }

    private Optional<RevisionScript> isFileThatRan(RunLog.Row row) {
        return workspace.scripts().find(row.revision()).filter(script -> script.hasChecksum(row.checksum()));
    }

    private static MigrationException notKept(String id, String why) {
        return new MigrationException(
                ErrorCode.DOWNGRADE_NOT_KEPT,
                "The log of the database has no way back of revision " + id + ": " + why
                        + ".\nTake the database back with the code that has the revision's file.");
    }
}
