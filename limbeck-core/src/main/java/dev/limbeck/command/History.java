// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import java.util.List;

/** Lists revisions, newest first. */
public final class History {
    private final Workspace workspace;

    public History(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The revisions of the range; all of them when the range is {@code :}. */
    public record Result(List<RevisionView> revisions) {}

    /**
     * Lists the revisions of a range.
     *
     * @param range {@code START:END}, {@code START:}, {@code :END} or {@code :}
     * @param indicateCurrent whether to ask the database where it is
     */
    public Result run(String range, boolean indicateCurrent) {
        List<String> rows = indicateCurrent || range.contains("current") ? workspace.knownRows() : List.of();
        return new Result(workspace.graph().range(range, rows).stream()
                .map(node ->
                        indicateCurrent ? RevisionView.of(node, workspace, rows) : RevisionView.of(node, workspace))
                .toList());
    }
}
