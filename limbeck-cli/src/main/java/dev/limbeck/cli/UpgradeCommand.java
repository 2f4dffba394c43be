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
        return plan
                ? options.plan(session, session.call(workspace -> new Upgrade(workspace).plan(revision)))
                : options.run(
                        session,
                        workspace -> new Upgrade(workspace).script(revision),
                        () -> session.call(workspace -> new Upgrade(workspace).run(revision)));
    }
}
