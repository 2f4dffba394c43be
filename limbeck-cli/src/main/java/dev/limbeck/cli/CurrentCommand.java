// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Current;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limbeck current}. */
@Command(name = "current", description = "Tells which revisions the database is at.")
final class CurrentCommand implements Subcommand {
    @Option(
            names = {"-c", "--check-heads"},
            description = "Ends with 1 when the database is not at all heads.")
    private boolean checkHeads;

    @Mixin
    private final VerboseOption verbose = new VerboseOption();

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Override
    public int run(Session session) {
        Current.Result result = session.call(workspace -> new Current(workspace).run());
        output.report(session, result, this::text);
        if (!result.unknown().isEmpty()) {
            session.failed("The database is at " + String.join(", ", result.unknown())
                    + ", which no revision file has. Restore the file, or correct the database's record with limbeck"
                    + " stamp --purge.");
            return ExitCode.FAILED;
        }
        if (checkHeads && !result.atHead()) {
            session.failed("Database is not on all head revisions. Run limbeck upgrade heads.");
            return ExitCode.FAILED;
        }
        return ExitCode.DONE;
    }

    private String text(Current.Result result, Palette palette) {
        if (verbose.isGiven()) {
            return "Current revision(s) for " + result.url() + ":\n"
                    + result.revisions().stream()
                            .map(revision -> new RevisionBlock(palette).ofCurrent(revision) + "\n")
                            .collect(Collectors.joining());
        }
        return result.revisions().stream()
                .map(new RevisionLines(palette)::current)
                .collect(Collectors.joining());
    }
}
