// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.history.RunLog;
import dev.limbeck.revision.RevisionNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what ran on a database: who did what, when, from where, and how it ended. Changes nothing in it. */
public final class Log {
    private final Workspace workspace;

    public Log(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What ran, newest first.
     *
     * @param url of the database, without secrets
     */
    public record Result(String url, List<Entry> entries) {}

    /**
     * One run of one revision.
     *
     * @param at when it began, ISO 8601, UTC
     * @param direction {@code upgrade}, {@code downgrade}, {@code stamp} or {@code resolve}
     * @param message what the revision is for; null where neither a file nor the log says
     * @param outcome {@code done}, {@code failed} or {@code died}
     * @param statements how many statements had ended well
     * @param by the user of the machine
     * @param from the machine and the process
     * @param databaseUser the user of the database
     * @param run names all that one command did
     * @param checksum of the text that ran; null where none did
     * @param file where that stood; null likewise
     * @param error what the database said; null where it ended well
     */
    public record Entry(
            String at,
            String direction,
            String revision,
            @Nullable String message,
            String outcome,
            long milliseconds,
            int statements,
            String by,
            String from,
            String databaseUser,
            String run,
            @Nullable String checksum,
            @Nullable String file,
            @Nullable String error) {}

    /**
     * Reads it.
     *
     * @param revision the beginning of the ids to tell of; all if it is empty
     * @param limit how many entries at most
     */
    public Result run(String revision, int limit) {
        String url = workspace.database().toString();
        if (!workspace.dialect().exists(workspace.database())) {
            return new Result(url, List.of());
        }
        try (Connection connection = workspace.connectSilently()) {
            List<RunLog.Row> rows = new ArrayList<>(workspace.log().read(connection));
            Collections.reverse(rows);
            return new Result(
                    url,
                    rows.stream()
                            .filter(row -> row.revision().startsWith(revision))
                            .limit(limit)
                            .map(this::entry)
                            .toList());
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }

    private Entry entry(RunLog.Row row) {
        return new Entry(
                row.startedAt().toString(),
                row.direction(),
                row.revision(),
                workspace
                        .graph()
                        .find(row.revision())
                        .map(RevisionNode::message)
                        .orElse(null),
                row.outcome(),
                row.milliseconds(),
                row.statements(),
                row.origin().by(),
                row.origin().from(),
                row.databaseUser(),
                row.origin().run(),
                orNull(row.checksum()),
                orNull(row.file()),
                orNull(row.message()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
