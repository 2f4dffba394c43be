// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.CreateRevision;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code limbeck merge}. */
@Command(name = "merge", description = "Writes a revision that joins several heads and does nothing else.")
final class MergeCommand implements Subcommand {
    private List<String> revisions = List.of();

    @Mixin
    private final NewRevisionOptions options = new NewRevisionOptions();

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Parameters(arity = "0..*", paramLabel = "REV", description = "The revisions to join, or heads for all of them.")
    void revisions(List<String> given) {
        revisions = given;
    }

    @Override
    public int run(Session session) {
        if (revisions.isEmpty()) {
            session.failed("No revisions to join are named. Name them, or heads for all of them: limbeck merge heads.");
            return ExitCode.USAGE;
        }
        CreateRevision.Request request = new CreateRevision.Request(
                options.message(),
                options.id().orElse(null),
                options.language().orElse(null),
                options.placing(revisions, session),
                null);
        return NewRevisionText.print(
                session, output, session.call(workspace -> new CreateRevision(workspace).merge(request)));
    }
}
