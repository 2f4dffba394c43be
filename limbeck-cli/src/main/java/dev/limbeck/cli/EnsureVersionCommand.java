// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.EnsureVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limbeck ensure-version}. */
@Command(name = "ensure-version", description = "Creates Limbeck's own tables if they are missing, and nothing else.")
final class EnsureVersionCommand implements Subcommand {
    @Option(names = "--sql", description = "Prints the SQL instead of running it; no database is touched.")
    private boolean sql;

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Override
    public int run(Session session) {
        if (sql) {
            session.print(session.call(workspace -> new EnsureVersion(workspace).script()));
        } else {
            output.print(session, session.call(workspace -> new EnsureVersion(workspace).run()), created -> "");
        }
        return ExitCode.DONE;
    }
}
