// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.revision.RevisionNode;
import dev.limbeck.run.Event;
import java.util.List;
import java.util.Optional;

/** Lists the newest revisions: one, unless the history has branched. */
public final class Heads {
    private final Workspace workspace;

    public Heads(Workspace workspace) {
        this.workspace = workspace;
    }

    public record Result(List<RevisionView> heads) {}

    /**
     * Something about the history that should be mended.
     *
     * @param kind {@code heads}, {@code linear}, {@code same-id}, {@code header}, {@code id}, {@code ordinal},
     *     {@code edited} or {@code deleted}
     * @param file that of the first revision
     * @param line of the file; none for the whole of it
     * @param message what is wrong, and how to mend it
     */
    public record Finding(String kind, List<String> revisions, String file, Optional<Integer> line, String message) {

        /** About one revision; the line is 0 for its whole file. */
        static Finding of(String kind, RevisionNode node, int line, String message) {
            return new Finding(
                    kind, List.of(node.id()), node.path(), line == 0 ? Optional.empty() : Optional.of(line), message);
        }
    }

    public record CheckResult(List<RevisionView> heads, List<Finding> findings) {}

    /** Lists the heads, and everything that is wrong with the history as a team's work; changes nothing. */
    public CheckResult check() {
        HistoryCheck check = new HistoryCheck(workspace);
        List<Finding> findings = check.run();
        check.remark().ifPresent(remark -> workspace.listener().on(new Event.Note(remark)));
        return new CheckResult(check.isReadable() ? run(false).heads() : List.of(), findings);
    }

    /** Lists the heads; with {@code resolveDependencies} without those that another revision depends on. */
    public Result run(boolean resolveDependencies) {
        List<RevisionNode> heads = resolveDependencies
                ? workspace.graph().realHeads()
                : workspace.graph().heads();
        return new Result(
                heads.stream().map(node -> RevisionView.of(node, workspace)).toList());
    }
}
