// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Heads;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limbeck heads}. */
@Command(name = "heads", description = "Lists the newest revision of each branch.")
final class HeadsCommand implements Subcommand {
    @Option(names = "--resolve-dependencies", description = "Leaves out heads that another revision depends on.")
    private boolean resolveDependencies;

    @Mixin
    private final VerboseOption verbose = new VerboseOption();

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Override
    public int run(Session session) {
        output.report(session, session.call(workspace -> new Heads(workspace).run(resolveDependencies)), this::text);
        return ExitCode.DONE;
    }

    private String text(Heads.Result result, Palette palette) {
        return verbose.isGiven()
                ? new RevisionBlock(palette).all(result.heads())
                : result.heads().stream().map(new RevisionLines(palette)::heads).collect(Collectors.joining());
    }
}
