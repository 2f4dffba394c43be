// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.history.RunLog;
import dev.limbeck.script.RevisionScript;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The revisions that a database has run, as they ran, beside their files as they are now. */
final class AppliedTexts {
    private final Workspace workspace;
    private final Connection connection;

    AppliedTexts(Workspace workspace, Connection connection) {
        this.workspace = workspace;
        this.connection = connection;
    }

    /** A revision whose file is another than the one that ran. */
    record Edited(RevisionScript script, RunLog.Row row) {
        String id() {
            return script.node().id();
        }
    }

    /** The revisions whose files changed after they ran, but for line ends and blanks at the end of lines. */
    List<Edited> edited() throws SQLException {
        List<Edited> edited = new ArrayList<>();
        for (RunLog.Row row : workspace.log().applied(connection).values()) {
            workspace
                    .scripts()
                    .find(row.revision())
                    .filter(script -> !script.hasChecksum(row.checksum()))
                    .ifPresent(script -> edited.add(new Edited(script, row)));
        }
        return List.copyOf(edited);
    }

    /** The text that ran, if it was kept. */
    Optional<String> text(RunLog.Row row) throws SQLException {
        return workspace.log().kept(connection, row).map(RunLog.Kept::source);
    }

    /** The revision that ran, if its text was kept. */
    Optional<RevisionScript> script(RunLog.Row row) throws SQLException {
        return text(row).flatMap(source -> RevisionScript.read(Path.of(row.file()), source));
    }
}
