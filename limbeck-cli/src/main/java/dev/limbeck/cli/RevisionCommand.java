// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Against;
import dev.limbeck.command.CreateRevision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limbeck revision}. */
@Command(
        name = "revision",
        description = "Writes a new revision file: an empty one, or with --autogenerate what separates the models from"
                + " the history.")
final class RevisionCommand implements Subcommand {
    @Mixin
    private final NewRevisionOptions options = new NewRevisionOptions();

    @Option(names = "--autogenerate", description = "Fills the revision with what the models say and no revision does.")
    private boolean autogenerate;

    @Option(
            names = "--against",
            paramLabel = "SIDE",
            defaultValue = "history",
            description = "What the models are compared with: history (replayed in a scratch database) or live (the"
                    + " database itself, which must be at head; default: ${DEFAULT-VALUE}).")
    private Against against = Against.HISTORY;

    @Option(
            names = "--default",
            paramLabel = "TABLE.COLUMN=SQL",
            description = "What existing rows get in a column that becomes not null (repeatable).")
    private Map<String, String> defaults = new LinkedHashMap<>();

    @Option(
            names = "--literal",
            description = "Writes exactly what separates the two sides, though existing rows may be in its way.")
    private boolean literal;

    @Option(
            names = "--head",
            paramLabel = "REV",
            defaultValue = "head",
            description = "The revision to follow (default: ${DEFAULT-VALUE}).")
    private String head = "";

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Override
    public int run(Session session) {
        CreateRevision.Request request = new CreateRevision.Request(
                options.message(),
                options.id().orElse(null),
                options.language().orElse(null),
                new CreateRevision.Placing(
                        List.of(head), options.splice(), options.branchLabels(), options.dependsOn()),
                generation());
        CreateRevision.Result result = session.call(workspace -> new CreateRevision(workspace).run(request));
        NewRevisionText.print(session, output, result);
        return ExitCode.DONE;
    }

    private CreateRevision.@Nullable Generation generation() {
        return autogenerate ? new CreateRevision.Generation(against, defaults, literal) : null;
    }
}
