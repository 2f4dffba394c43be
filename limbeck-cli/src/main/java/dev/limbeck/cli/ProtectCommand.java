// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Protect;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limbeck protect}. */
@Command(
        name = "protect",
        description = "Marks the database as one that loses nothing unless somebody names it with --yes-i-mean.")
final class ProtectCommand implements Subcommand {
    @Option(names = "--off", description = "Takes the mark off; needs --yes-i-mean.")
    private boolean off;

    @Mixin
    private final MeantOption meant = new MeantOption();

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Override
    public int run(Session session) {
        Protect.Result result = session.call(
                workspace -> off ? new Protect(workspace).off(meant.database()) : new Protect(workspace).on());
        output.print(
                session,
                result,
                done -> "The database " + done.database()
                        + done.protection()
                                .map(protection -> " is protected (" + protection + ").\n")
                                .orElse(" is not protected.\n"));
        return ExitCode.DONE;
    }
}
