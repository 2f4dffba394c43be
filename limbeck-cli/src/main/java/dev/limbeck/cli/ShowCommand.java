// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Show;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code limbeck show}. */
@Command(name = "show", description = "Tells all about one revision.")
final class ShowCommand implements Subcommand {
    private String revision = "";

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Parameters(
            index = "0",
            paramLabel = "REV",
            converter = RevisionArgument.class,
            description = "An id or its beginning, head, heads, or current for where the database is.")
    void revision(String given) {
        revision = given;
    }

    @Override
    public int run(Session session) {
        output.report(
                session,
                session.call(workspace -> new Show(workspace).run(revision)),
                (result, palette) -> new RevisionBlock(palette).all(result.revisions()));
        return ExitCode.DONE;
    }
}
