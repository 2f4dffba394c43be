// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Against;
import dev.limbeck.command.Check;
import dev.limbeck.command.DatabaseCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limbeck check}. */
@Command(name = "check", description = "Ends with 1 when the models say something that no revision says yet.")
final class CheckCommand implements Subcommand {
    static final String NOTHING_NEW = "No new upgrade operations detected.";

    @Option(
            names = "--against",
            paramLabel = "SIDE",
            defaultValue = "history",
            description = "What the models are compared with: history (replayed in a scratch database) or live (the"
                    + " database itself, which must be at head; default: ${DEFAULT-VALUE}).")
    private Against against = Against.HISTORY;

    @Option(
            names = "--database",
            description =
                    "Compares the revisions that the database has run with their files, instead of the models with"
                            + " the history.")
    private boolean database;

    @Mixin
    private final ChoiceOptions choices = new ChoiceOptions();

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Override
    public int run(Session session) {
        return database ? checkDatabase(session) : checkModels(session);
    }

    private int checkDatabase(Session session) {
        DatabaseCheck.Result result = session.call(workspace -> new DatabaseCheck(workspace).run());
        output.report(session, result, DatabaseFindings::text);
        if (result.isClean()) {
            return ExitCode.DONE;
        }
        session.failed(DatabaseFindings.summary(result));
        return ExitCode.FAILED;
    }

    private int checkModels(Session session) {
        Check.Result result = session.call(workspace -> new Check(workspace).run(against, choices.unasked()));
        output.print(session, result, checked -> checked.differences().isEmpty() ? NOTHING_NEW + "\n" : "");
        if (result.differences().isEmpty()) {
            return ExitCode.DONE;
        }
        session.failed("New upgrade operations detected:\n  " + String.join("\n  ", result.differences())
                + "\nRun limbeck revision --autogenerate -m \"...\" to write them down.");
        return ExitCode.FAILED;
    }
}
