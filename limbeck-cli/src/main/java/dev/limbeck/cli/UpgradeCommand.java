// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Upgrade;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limbeck upgrade}. */
@Command(name = "upgrade", description = "Brings the database to a later revision.")
final class UpgradeCommand implements Subcommand {
    private String revision = "";

    @Option(names = "--plan", description = "Tells what would run, and changes nothing.")
    private boolean plan;

    @Option(
            names = "--idempotent",
            description =
                    "With --sql, lets each revision look first whether it was done, so that the script may run twice.")
    private boolean idempotent;

    @Mixin
    private final MoveOptions options = new MoveOptions();

    @Parameters(
            index = "0",
            paramLabel = "REV",
            converter = RevisionArgument.class,
            description = "The revision to go to: an id or its beginning, head, heads, +N; with --sql also START:END.")
    void revision(String given) {
        revision = given;
    }

    @Override
    public int run(Session session) {
        if (idempotent && !options.isSql()) {
            session.failed("--idempotent is about the script of --sql; a run knows by itself what was done.");
            return ExitCode.USAGE;
        }
        return plan
                ? options.plan(session, session.call(workspace -> new Upgrade(workspace).plan(revision)))
                : options.run(
                        session,
                        workspace -> new Upgrade(workspace).script(revision, idempotent),
                        () -> session.call(workspace -> new Upgrade(workspace).run(revision, options.meant())));
    }
}
