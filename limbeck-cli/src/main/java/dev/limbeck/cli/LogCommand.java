// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Log;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limbeck log}. */
@Command(
        name = "log",
        description = "Tells what ran on the database: when, who, from where, how it ended. Newest first.")
final class LogCommand implements Subcommand {
    private String revision = "";

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "At most so many entries.")
    private int limit = Integer.MAX_VALUE;

    @Mixin
    private final VerboseOption verbose = new VerboseOption();

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Parameters(
            arity = "0..1",
            paramLabel = "REV",
            description = "Only what became of this revision: its id or the beginning of it.")
    void revision(String given) {
        revision = given;
    }

    @Override
    public int run(Session session) {
        if (limit < 1) {
            session.failed("--limit is a number of entries, 1 or more.");
            return ExitCode.USAGE;
        }
        output.report(session, session.call(workspace -> new Log(workspace).run(revision, limit)), this::text);
        return ExitCode.DONE;
    }

    private String text(Log.Result result, Palette palette) {
        if (result.entries().isEmpty()) {
            return "Nothing has run on " + result.url() + ".\n";
        }
        LogLines lines = LogLines.of(result.entries(), palette);
        return result.entries().stream()
                .map(verbose.isGiven() ? lines::block : lines::line)
                .collect(Collectors.joining());
    }
}
