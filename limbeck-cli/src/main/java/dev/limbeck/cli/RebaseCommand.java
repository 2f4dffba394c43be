// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Rebase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limbeck rebase}. */
@Command(
        name = "rebase",
        description =
                "Puts your unmerged revisions on top of those that others have: parent, id, file and class name in"
                        + " one step. Shows first what it would do.")
final class RebaseCommand implements Subcommand {
    @Option(
            names = "--onto",
            paramLabel = "BRANCH|REV",
            description = "The git branch whose revisions yours go on top of (default: limbeck.base-branch), or the"
                    + " revision that all others go on top of.")
    private Optional<String> onto = Optional.empty();

    @Option(names = "--yes", description = "Does it without asking.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Only shows what it would do.")
    private boolean dryRun;

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Override
    public int run(Session session) {
        Rebase.Result result = session.call(
                workspace -> new Rebase(workspace).run(onto.orElse(null), plan -> goesAhead(session, plan)));
        if (output.isJson()) {
            session.print(Json.write(result));
        } else if (result.moved().isEmpty()) {
            String what = result.ontoName().isEmpty() ? "everything" : "all of yours";
            session.status("Nothing to rebase: " + what + " is already on top of " + place(result) + ".");
        } else {
            session.status(
                    result.written() ? "Done." : "Nothing was changed." + (dryRun ? "" : " Add --yes to do it."));
        }
        return ExitCode.DONE;
    }

    private boolean goesAhead(Session session, Rebase.Result plan) {
        if (!output.isJson()) {
            session.print(text(plan));
        }
        return !dryRun && (yes || (!output.isJson() && session.ask("Change these files?") == Answer.YES));
    }

    private static String text(Rebase.Result plan) {
        return "On top of " + place(plan) + ":\n"
                + plan.moved().stream().map(RebaseCommand::text).collect(Collectors.joining());
    }

    private static String place(Rebase.Result result) {
        return result.onto() + result.ontoName().map(name -> ", " + name).orElse("");
    }

    private static String text(Rebase.Moved moved) {
        return "  " + change(moved.from(), moved.to()) + "  " + moved.message() + "\n"
                + "    follows " + change(names(moved.oldParents()), names(moved.newParents())) + "\n"
                + "    in " + change(moved.oldFile(), moved.newFile()) + "\n";
    }

    private static String change(String before, String after) {
        return before.equals(after) ? before : before + " -> " + after;
    }

    private static String names(List<String> parents) {
        return parents.isEmpty() ? "<base>" : String.join(", ", parents);
    }
}
