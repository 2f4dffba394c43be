// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.History;
import dev.limbeck.command.RevisionView;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limbeck history}. */
@Command(name = "history", description = "Lists the revisions, newest first.")
final class HistoryCommand implements Subcommand {
    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "RANGE",
            defaultValue = ":",
            description = "START:END, START: or :END; only the revisions between them, these included.")
    private String range = "";

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Marks the revisions that the database is at.")
    private boolean indicateCurrent;

    @Option(names = "--graph", description = "Draws how the revisions follow each other.")
    private boolean graph;

    @Mixin
    private final VerboseOption verbose = new VerboseOption();

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Override
    public int run(Session session) {
        output.report(
                session, session.call(workspace -> new History(workspace).run(range, indicateCurrent)), this::text);
        return ExitCode.DONE;
    }

    private String text(History.Result result, Palette palette) {
        if (graph) {
            return HistoryGraph.draw(
                    result.revisions().stream()
                            .map(revision -> node(revision, palette))
                            .toList(),
                    palette);
        }
        return verbose.isGiven()
                ? new RevisionBlock(palette).all(result.revisions())
                : result.revisions().stream()
                        .map(new RevisionLines(palette)::history)
                        .collect(Collectors.joining());
    }

    private HistoryGraph.Node node(RevisionView revision, Palette palette) {
        String text = verbose.isGiven()
                ? new RevisionBlock(palette).of(revision) + "\n"
                : new RevisionLines(palette).graph(revision);
        return new HistoryGraph.Node(
                revision.id(), revision.downRevisions(), text.lines().toList());
    }
}
