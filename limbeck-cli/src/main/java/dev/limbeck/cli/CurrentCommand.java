// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Current;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                    + ", which no revision file has. Get the file from where the database was upgraded (another branch, a"
                    + " newer release), or, if the revision is gone for good, say where the database stands with limbeck"
                    + " stamp --purge REVISION."
                    + result.unknownInLog().stream().map(line -> "\n" + line).collect(Collectors.joining()));
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
            return "Current revision(s) for " + result.url()
                    + result.protection().map(by -> ", protected " + by).orElse("") + ":\n"
                    + result.revisions().stream()
                            .map(revision -> new RevisionBlock(palette).ofCurrent(revision) + "\n")
                            .collect(Collectors.joining());
        }
        return Stream.concat(
                        result.revisions().stream().map(new RevisionLines(palette)::current),
                        result.unknown().stream().map(id -> id + " (unknown)\n"))
                .collect(Collectors.joining());
    }
}
