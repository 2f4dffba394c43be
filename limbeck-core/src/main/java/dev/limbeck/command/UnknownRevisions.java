// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.history.RunLog;
import dev.limbeck.revision.Planner;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.script.RevisionScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a database knows itself of the revisions that it is at and no file has: it is newer than the code then. */
final class UnknownRevisions {
    private final Workspace workspace;

    UnknownRevisions(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What asks a database. */
    interface Question<R> {
        R ask() throws SQLException;
    }

    /** Answers, and where the answer is that a revision is unknown adds what the database knows of it. */
    <R> R explaining(Connection connection, Question<R> question) throws SQLException {
        try {
            return question.ask();
        } catch (MigrationException failure) {
            if (failure.code() != ErrorCode.DATABASE_REVISION_UNKNOWN) {
                throw failure;
            }
            throw explained(failure, connection);
        }
    }

    /** The planner for the rows of the database. */
    Planner planner(List<String> rows) {
        try {
            return Planner.of(workspace.graph(), rows);
        } catch (MigrationException failure) {
            if (failure.code() != ErrorCode.DATABASE_REVISION_UNKNOWN) {
                throw failure;
            }
            try (Connection connection = workspace.connectSilently()) {
                throw explained(failure, connection);
            } catch (SQLException unreadable) {
                failure.addSuppressed(unreadable);
                throw failure;
            }
        }
    }

    private MigrationException explained(MigrationException failure, Connection connection) throws SQLException {
        List<String> unknown = workspace.unknown(workspace.versions().read(connection));
        List<String> known = lines(unknown, connection);
        return known.isEmpty()
                ? failure
                : new MigrationException(
                        failure.code(), failure.getMessage() + "\n" + String.join("\n", known), failure);
    }

    /** What the log says of revisions, a line for each that it knows, and the way to take them back. */
    List<String> lines(Collection<String> unknown, Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        Map<String, RunLog.Row> applied = workspace.log().applied(connection);
        AppliedTexts texts = new AppliedTexts(workspace, connection);
        boolean kept = false;
        for (String id : unknown) {
            RunLog.Row row = applied.get(id);
            if (row != null) {
                Optional<RevisionScript> script = texts.script(row);
                kept |= script.isPresent();
                lines.add("The log of the database says: " + id
                        + script.map(RevisionScript::node)
                                .map(UnknownRevisions::header)
                                .orElse("")
                        + " was applied from " + row.file() + " at " + row.second() + " by "
                        + row.origin().by() + " on " + row.origin().from() + ".");
            }
        }
        if (kept) {
            lines.add("It keeps the way back, too: limbeck downgrade --from-log " + target(unknown, applied, texts)
                    + " takes the database back without the file.");
        }
        return lines;
    }

    private static String header(RevisionNode node) {
        return (node.message().isEmpty() ? "" : " (" + node.message() + ")")
                + (node.downRevisions().isEmpty()
                        ? ", a base,"
                        : ", which follows " + String.join(", ", node.downRevisions()) + ",");
    }

    /** The nearest revision below that a file has; a placeholder where there is more than one way down. */
    private String target(Collection<String> unknown, Map<String, RunLog.Row> applied, AppliedTexts texts)
            throws SQLException {
        String id = unknown.size() == 1 ? unknown.iterator().next() : "";
        while (!id.isEmpty() && workspace.graph().find(id).isEmpty()) {
            RunLog.Row row = applied.get(id);
            List<String> below = row == null
                    ? List.of("", "")
                    : texts.script(row)
                            .map(script -> script.node().downRevisions())
                            .orElse(List.of("", ""));
            if (below.isEmpty()) {
                return "base";
            }
            id = below.size() == 1 ? below.get(0) : "";
        }
        return id.isEmpty() ? "REVISION" : id;
    }
}
