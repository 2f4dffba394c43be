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

    @Mixin
    private final ChoiceOptions choices = new ChoiceOptions();

    @Option(
            names = "--default",
            paramLabel = "TABLE.COLUMN=SQL",
            description = "What existing rows get in a column that becomes not null (repeatable).")
    private Map<String, String> defaults = new LinkedHashMap<>();

    @Option(
            names = "--backfill",
            description =
                    "Gives existing rows their values in batches that are committed one by one, for large tables.")
    private boolean backfill;

    @Option(
            names = "--literal",
            description =
                    "Writes exactly what separates the two sides and asks nothing: a rename is a drop and an addition, and"
                            + " existing rows may be in its way.")
    private boolean literal;

    @Option(
            names = "--head",
            paramLabel = "REV",
            defaultValue = "head",
            description = "The revision to follow (default: ${DEFAULT-VALUE}).")
    private String head = "";

    /** Alembic has it, for environments that run with every revision; we have none, and say so. */
    @Option(names = "--sql", hidden = true)
    private boolean sql;

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Override
    public int run(Session session) {
        if (sql) {
            session.failed(
                    "Using --sql with the revision command does not make any sense: it writes a file and runs"
                            + " nothing. --lang sql writes the revision in SQL; limbeck upgrade --sql prints what an upgrade runs.");
            return ExitCode.USAGE;
        }
        CreateRevision.Request request = new CreateRevision.Request(
                options.message(),
                options.id().orElse(null),
                options.language().orElse(null),
                options.placing(List.of(head), session),
                generation(session));
        CreateRevision.Result result = session.call(workspace -> new CreateRevision(workspace).run(request));
        return NewRevisionText.print(session, output, result);
    }

    private CreateRevision.@Nullable Generation generation(Session session) {
        return autogenerate
                ? new CreateRevision.Generation(against, choices.with(defaults, backfill, session, output), literal)
                : null;
    }
}
