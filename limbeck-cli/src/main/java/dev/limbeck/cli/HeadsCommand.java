// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Heads;
import dev.limbeck.command.RevisionView;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limbeck heads}. */
@Command(name = "heads", description = "Lists the newest revision of each branch.")
final class HeadsCommand implements Subcommand {
    @Option(names = "--resolve-dependencies", description = "Leaves out heads that another revision depends on.")
    private boolean resolveDependencies;

    @Option(
            names = "--check",
            description =
                    "Ends with 1 when there are several heads, or when ids, headers or merged revisions are not as"
                            + " they should be, and says how to mend it.")
    private boolean check;

    @Mixin
    private final VerboseOption verbose = new VerboseOption();

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Override
    public int run(Session session) {
        if (check) {
            return check(session);
        }
        output.report(
                session,
                session.call(workspace -> new Heads(workspace).run(resolveDependencies)),
                (result, palette) -> text(result.heads(), palette));
        return ExitCode.DONE;
    }

    private int check(Session session) {
        Heads.CheckResult result = session.call(workspace -> new Heads(workspace).check());
        List<Heads.Finding> findings = result.findings();
        output.report(
                session,
                result,
                (checked, palette) ->
                        text(checked.heads(), palette) + (findings.isEmpty() ? "OK, there is nothing to mend.\n" : ""));
        if (findings.isEmpty()) {
            return ExitCode.DONE;
        }
        session.failed((findings.size() == 1 ? "1 thing is" : findings.size() + " things are") + " to be mended:\n"
                + findings.stream().map(Heads.Finding::message).collect(Collectors.joining("\n")));
        return ExitCode.FAILED;
    }

    private String text(List<RevisionView> heads, Palette palette) {
        return verbose.isGiven()
                ? new RevisionBlock(palette).all(heads)
                : heads.stream().map(new RevisionLines(palette)::heads).collect(Collectors.joining());
    }
}
