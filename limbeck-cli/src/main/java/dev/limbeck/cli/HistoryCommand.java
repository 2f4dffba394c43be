// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.History;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limbeck history}. */
@Command(name = "history", description = "Lists the revisions, newest first.")
final class HistoryCommand implements Subcommand {
    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "RANGE",
            defaultValue = ":",
            description = "START:END, START: or :END; only the revisions between them, these included.")
    private String range = "";

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Marks the revisions that the database is at.")
    private boolean indicateCurrent;

    @Mixin
    private final VerboseOption verbose = new VerboseOption();

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Override
    public int run(Session session) {
        output.print(
                session, session.call(workspace -> new History(workspace).run(range, indicateCurrent)), this::text);
        return ExitCode.DONE;
    }

    private String text(History.Result result) {
        return verbose.isGiven()
                ? RevisionBlock.all(result.revisions())
                : result.revisions().stream().map(RevisionLines::history).collect(Collectors.joining());
    }
}
