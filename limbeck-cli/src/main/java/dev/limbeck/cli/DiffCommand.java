// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Diff;
import dev.limbeck.script.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limbeck diff}. */
@Command(
        name = "diff",
        description = "Tells what leads from one schema to another, and ends with 1 when there is something: without"
                + " arguments, what the database has and the revisions that ran in it do not say.")
final class DiffCommand implements Subcommand {
    private String from = Diff.Request.DRIFT.from();
    private String to = Diff.Request.DRIFT.to();

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description = "Prints what leads from one to the other as a migration says it, in java or sql.")
    private @Nullable Language language;

    @Mixin
    private final ChoiceOptions choices = new ChoiceOptions();

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FROM",
            converter = RevisionArgument.class,
            description =
                    "models, history (all revisions), history@REV or REV, database, jdbc:URL, or a model source such"
                            + " as sql:FILE (default: history@current, the revisions that ran in the database).")
    void from(String given) {
        from = given;
    }

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TO",
            converter = RevisionArgument.class,
            description = "The same (default: database).")
    void to(String given) {
        to = given;
    }

    @Override
    public int run(Session session) {
        Diff.Request request = new Diff.Request(from, to, choices.unasked(), language);
        Diff.Result result = session.call(workspace -> new Diff(workspace).run(request));
        output.report(session, result, (found, palette) -> text(found));
        if (result.differences().isEmpty()) {
            return ExitCode.DONE;
        }
        int count = result.differences().size();
        session.failed((count == 1 ? "1 difference leads" : count + " differences lead") + " from " + result.from()
                + " to " + result.to() + "."
                + (language == null ? " As a migration says it: add --lang sql or --lang java." : ""));
        return ExitCode.FAILED;
    }

    /** A script that does nothing is empty, for it may be run. */
    private static String text(Diff.Result result) {
        return result.script()
                .orElseGet(() -> result.differences().isEmpty()
                        ? "No differences between " + result.from() + " and " + result.to() + ".\n"
                        : String.join("\n", result.differences()) + "\n");
    }
}
