// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.CreateRevision;

/** What became of a new revision. */
final class NewRevisionText {
    private NewRevisionText() {}

    static void print(Session session, OutputFormat output, CreateRevision.Result result) {
        if (output.isJson()) {
            session.print(Json.write(result));
        } else {
            session.status(result.file()
                    .map(file -> "Generating " + file + " ...  done")
                    .orElse(CheckCommand.NOTHING_NEW));
        }
    }
}
