// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Resolve;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limbeck resolve}. */
@Command(
        name = "resolve",
        description =
                "Says what became of a revision that an earlier run did not bring to its end, where that cannot be"
                        + " found out: see limbeck status.")
final class ResolveCommand implements Subcommand {
    private String revision = "";

    @Option(names = "--applied", description = "All of it is done: the database is behind it.")
    private boolean applied;

    @Option(names = "--rolled-back", description = "Nothing of it is there any more: the database is before it.")
    private boolean rolledBack;

    @Option(names = "--skip", description = "The statement that had begun took effect: go on behind it.")
    private boolean skip;

    @Option(names = "--retry", description = "The statement that had begun took no effect: go on with it.")
    private boolean retry;

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Parameters(paramLabel = "REV", description = "The revision that is under way: its id or the beginning of it.")
    void revision(String given) {
        revision = given;
    }

    @Override
    public int run(Session session) {
        List<Resolve.Word> words = words();
        if (words.size() != 1) {
            session.failed(
                    "Say one of --applied, --rolled-back, --skip and --retry; limbeck status tells what is done.");
            return ExitCode.USAGE;
        }
        Resolve.Word word = words.get(0);
        Resolve.Result result = session.call(workspace -> new Resolve(workspace).run(revision, word));
        output.print(session, result, ResolveCommand::text);
        return ExitCode.DONE;
    }

    private List<Resolve.Word> words() {
        List<Resolve.Word> words = new ArrayList<>();
        if (applied) {
            words.add(Resolve.Word.APPLIED);
        }
        if (rolledBack) {
            words.add(Resolve.Word.ROLLED_BACK);
        }
        if (skip) {
            words.add(Resolve.Word.SKIP);
        }
        if (retry) {
            words.add(Resolve.Word.RETRY);
        }
        return words;
    }

    private static String text(Resolve.Result result) {
        String subject = "The " + result.direction() + " of " + result.revision();
        String place = "the database is at " + (result.to().isEmpty() ? "base" : String.join(", ", result.to()));
        return switch (result.word()) {
            case APPLIED -> subject + " is taken as done; " + place + ".\n";
            case ROLLED_BACK -> subject + " is taken as undone; " + place + ".\n";
            case SKIP ->
                subject + " goes on behind its unfinished statement: run limbeck " + result.direction() + " again.\n";
            case RETRY ->
                subject + " goes on with its unfinished statement: run limbeck " + result.direction() + " again.\n";
        };
    }
}
