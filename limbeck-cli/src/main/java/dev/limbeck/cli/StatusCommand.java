// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code limbeck status}. */
@Command(
        name = "status",
        description = "Tells where the database is, what it lacks, and what is done and left of a revision under way.")
final class StatusCommand implements Subcommand {
    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Override
    public int run(Session session) {
        output.report(
                session,
                session.call(workspace -> new Status(workspace).run()),
                (result, palette) -> new StatusText(palette).of(result));
        return ExitCode.DONE;
    }
}
