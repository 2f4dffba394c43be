// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Options;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.run.Event;
import dev.limbeck.script.RevisionScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Tells before a run, as the settings want, which revisions have other files than those that ran. */
final class EditedRevisions {
    private final Workspace workspace;

    EditedRevisions(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Warns of each, or refuses the first.
     *
     * @throws MigrationException with code REVISION_EDITED
     */
    void report(Connection connection) throws SQLException {
        String setting = workspace.settings().get(Options.EDITED_REVISIONS);
        if (setting.equals("ignore")) {
            return;
        }
        AppliedTexts texts = new AppliedTexts(workspace, connection);
        for (AppliedTexts.Edited edited : texts.edited()) {
            String finding = finding(edited, texts);
            if (setting.equals("fail")) {
                throw new MigrationException(
                        ErrorCode.REVISION_EDITED,
                        finding + "\nPut the file back as it was and write a new revision for what is to change. What"
                                + " differs: limbeck check --database. To run all the same:"
                                + " limbeck.edited-revisions=warn.");
            }
            workspace.listener().on(new Event.Warning(finding + " See limbeck check --database."));
        }
    }

    private String finding(AppliedTexts.Edited edited, AppliedTexts texts) throws SQLException {
        Optional<RevisionScript> ran = texts.script(edited.row());
        return "Revision " + edited.id() + " was edited after it ran: "
                + workspace.path(edited.script().node())
                + ran.map(script ->
                                " differs from line " + edited.script().firstDifference(script) + " on from what ran")
                        .orElse(" is another than what ran")
                + " at " + edited.row().second() + "; the database has not seen the change.";
    }
}
