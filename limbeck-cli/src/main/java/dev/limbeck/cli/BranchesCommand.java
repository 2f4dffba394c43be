// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Branches;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code limbeck branches}. */
@Command(name = "branches", description = "Lists the revisions that several others follow.")
final class BranchesCommand implements Subcommand {
    @Mixin
    private final VerboseOption verbose = new VerboseOption();

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Override
    public int run(Session session) {
        output.report(session, session.call(workspace -> new Branches(workspace).run()), this::text);
        return ExitCode.DONE;
    }

    private String text(Branches.Result result, Palette palette) {
        return result.branches().stream()
                .map(branch -> new RevisionLines(palette).branch(branch, verbose.isGiven()))
                .collect(Collectors.joining());
    }
}
