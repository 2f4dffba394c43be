// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.history.Journal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells where a database and the revision files contradict each other. Changes nothing. */
public final class DatabaseCheck {
    private final Workspace workspace;

    public DatabaseCheck(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What was found.
     *
     * @param edited revisions whose files changed after they ran
     * @param unknown revisions that the database is at and no file has
     * @param underWay revisions that an earlier run did in part
     */
    public record Result(List<Edited> edited, List<String> unknown, List<String> underWay) {
        public boolean isClean() {
            return edited.isEmpty() && unknown.isEmpty() && underWay.isEmpty();
        }
    }

    /**
     * A revision whose file changed after it ran.
     *
     * @param path its file
     * @param appliedAt when it ran, ISO 8601, UTC
     * @param appliedBy who ran it
     * @param applied the text that ran; null where an older Limbeck did not keep it
     * @param now the text that the file has
     */
    public record Edited(
            String revision,
            String path,
            String appliedAt,
            String appliedBy,
            @Nullable String applied,
            String now) {}

    public Result run() {
        workspace.graph();
        if (!workspace.dialect().exists(workspace.database())) {
            return new Result(List.of(), List.of(), List.of());
        }
        try (Connection connection = workspace.connect()) {
            AppliedTexts texts = new AppliedTexts(workspace, connection);
            List<Edited> edited = new ArrayList<>();
            for (AppliedTexts.Edited found : texts.edited()) {
                edited.add(new Edited(
                        found.id(),
                        workspace.path(found.script().node()),
                        found.row().second().toString(),
                        found.row().origin().by(),
                        texts.text(found.row()).orElse(null),
                        found.script().source()));
            }
            return new Result(edited, workspace.unknown(workspace.versions().read(connection)), underWay(connection));
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }

    private List<String> underWay(Connection connection) throws SQLException {
        return workspace.journal().readInterrupted(connection).stream()
                .map(Journal.Entry::revision)
                .toList();
    }
}
