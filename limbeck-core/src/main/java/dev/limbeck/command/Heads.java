// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.revision.RevisionNode;
import dev.limbeck.run.Event;
import java.util.List;

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
     * @param revision the id, or several with commas between them
     * @param line of the file; 0 for the whole of it
     * @param message what is wrong, and how to mend it
     */
    public record Finding(String kind, String revision, String file, int line, String message) {}

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
