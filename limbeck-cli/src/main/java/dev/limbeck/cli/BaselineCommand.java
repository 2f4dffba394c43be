// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Baseline;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limbeck baseline}. */
@Command(
        name = "baseline",
        description =
                "Takes over a database that nobody versioned: writes the revision that recreates it, proves it in a"
                        + " scratch database, and stamps the database with it.")
final class BaselineCommand implements Subcommand {
    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            defaultValue = "baseline",
            description = "What the revision is called (default: ${DEFAULT-VALUE}).")
    private String message = "";

    @Option(names = "--rev-id", paramLabel = "ID", description = "The revision's id, instead of a random one.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description = "java or sql, instead of limbeck.revision-language.")
    private Optional<NewRevisionOptions.Language> language = Optional.empty();

    @Option(
            names = "--branch-label",
            paramLabel = "LABEL",
            description = "A name for the branch that begins here (repeatable).")
    private List<String> branchLabels = List.of();

    @Option(
            names = "--version-path",
            paramLabel = "FOLDER",
            description = "The location that the file goes to, instead of the first.")
    private Optional<String> folder = Optional.empty();

    @Option(names = "--dry-run", description = "Prints what would stand in the file, and writes and stamps nothing.")
    private boolean dryRun;

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Override
    public int run(Session session) {
        Baseline.Request request = new Baseline.Request(
                message,
                id.orElse(null),
                language.map(NewRevisionOptions.Language::spelling).orElse(null),
                branchLabels,
                folder.map(session::resolve).orElse(null),
                dryRun);
        Baseline.Result result = session.call(workspace -> new Baseline(workspace).run(request));
        if (result.text().isPresent() && !output.isJson()) {
            session.print(result.text().get());
            return ExitCode.DONE;
        }
        return NewRevisionText.print(session, output, result, Optional.of(result.file()), result.hooks());
    }
}
