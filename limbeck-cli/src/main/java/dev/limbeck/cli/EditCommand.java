// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Edit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code limbeck edit}. */
@Command(name = "edit", description = "Opens the file of a revision in your editor: $VISUAL or $EDITOR.")
final class EditCommand implements Subcommand {
    private String revision = "";

    @Parameters(
            index = "0",
            paramLabel = "REV",
            converter = RevisionArgument.class,
            description = "An id or its beginning, head, or current for where the database is.")
    void revision(String given) {
        revision = given;
    }

    @Override
    public int run(Session session) {
        Path file = session.call(workspace -> new Edit(workspace).run(revision)).file();
        Optional<List<String>> editor = Editor.of(session.environment());
        if (editor.isEmpty()) {
            session.failed("There is no editor to open " + file + " with: set VISUAL or EDITOR to the command of one;"
                    + " otherwise " + String.join(", ", Editor.USUAL) + " are looked for on the PATH.");
            return ExitCode.FAILED;
        }
        try {
            int status = Editor.open(editor.get(), file);
            return status == 0 ? ExitCode.DONE : failed(session, editor.get(), "it ended with status " + status);
        } catch (IOException unstartable) {
            return failed(session, editor.get(), String.valueOf(unstartable.getMessage()));
        }
    }

    private static int failed(Session session, List<String> editor, String reason) {
        session.failed("Error executing editor " + String.join(" ", editor) + ": " + reason
                + ". Set VISUAL or EDITOR to the command of another.");
        return ExitCode.FAILED;
    }
}
