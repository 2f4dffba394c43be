// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Reset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limbeck reset}. */
@Command(
        name = "reset",
        description = "Undoes every revision and runs them again: throws the database's content away and rebuilds it.")
final class ResetCommand implements Subcommand {
    @Option(
            names = {"-y", "--yes"},
            description = "Does it without asking.")
    private boolean yes;

    @Mixin
    private final MeantOption meant = new MeantOption();

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Override
    public int run(Session session) {
        if (!yes && meant.database().isEmpty()) {
            Reset.Preview preview = session.call(workspace -> new Reset(workspace).preview());
            Answer answer = preview.protection().isPresent() ? Answer.YES : session.ask(question(preview));
            if (answer != Answer.YES) {
                session.failed(
                        answer == Answer.NO
                                ? "Nothing was done."
                                : told(preview) + "\nNobody was there to agree, so nothing was done. Add --yes.");
                return ExitCode.FAILED;
            }
        }
        output.print(session, session.call(workspace -> new Reset(workspace).run(meant.database())), moved -> "");
        return ExitCode.DONE;
    }

    private static String question(Reset.Preview preview) {
        return told(preview) + "\nThrow that away?";
    }

    private static String told(Reset.Preview preview) {
        StringBuilder told = new StringBuilder("A reset undoes all "
                + preview.undone().size() + " revision(s) of the database " + preview.database() + " at "
                + preview.url()
                + " and runs them again. What no revision made stays.");
        preview.lost().forEach(lost -> told.append("\n  lost: ").append(lost));
        if (!preview.unseen().isEmpty()) {
            told.append("\n  and what ")
                    .append(String.join(", ", preview.unseen()))
                    .append(" takes away, which asks the database what to do");
        }
        return told.toString();
    }
}
