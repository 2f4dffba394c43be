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

    @Parameters(arity = "1..*", paramLabel = "REV", description = "The revisions to join, or heads for all of them.")
    void revisions(List<String> given) {
        revisions = given;
    }

    @Override
    public int run(Session session) {
        CreateRevision.Request request = new CreateRevision.Request(
                options.message(),
                options.id().orElse(null),
                options.language().orElse(null),
                new CreateRevision.Placing(revisions, options.splice(), options.branchLabels(), options.dependsOn()),
                null);
        NewRevisionText.print(session, output, session.call(workspace -> new CreateRevision(workspace).merge(request)));
        return ExitCode.DONE;
    }
}
