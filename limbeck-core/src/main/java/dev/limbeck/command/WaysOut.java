// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.revision.RevisionNode;
import dev.limbeck.script.RevisionScript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What to do about several heads: who made them, and the commands that make one of them. */
final class WaysOut {
    private final Workspace workspace;
    private final GitView git;

    WaysOut(Workspace workspace, GitView git) {
        this.workspace = workspace;
        this.git = git;
    }

    /** The heads, a line each. */
    String heads(List<RevisionNode> heads) {
        return heads.stream().map(head -> git.line(head, workspace) + "\n").collect(Collectors.joining());
    }

    /** The commands, a line each, what each does behind it. */
    String commands(List<RevisionNode> heads) {
        List<Way> ways = new ArrayList<>(heads.size() == 2 ? rebases(heads) : rebasesOfMany(heads));
        if (!LinearRule.isSet(workspace)) {
            ways.add(0, new Way("limbeck merge heads", "joins them with a revision that does nothing else"));
        }
        int width = ways.stream().mapToInt(way -> way.command().length()).max().orElse(0);
        return ways.stream()
                .map(way ->
                        "  " + way.command() + " ".repeat(width - way.command().length()) + "  " + way.effect())
                .collect(Collectors.joining("\n"));
    }

    private record Way(String command, String effect) {}

    /** That of the unmerged revisions first: nobody else has run them. */
    private List<Way> rebases(List<RevisionNode> heads) {
        RevisionNode first = heads.get(0);
        RevisionNode second = heads.get(1);
        boolean knows = git.base().isPresent() && isMine(first) != isMine(second);
        if (!knows) {
            return List.of(onto(first, second, ""), onto(second, first, ""));
        }
        RevisionNode mine = isMine(first) ? first : second;
        RevisionNode theirs = isMine(first) ? second : first;
        String branch = git.base().orElseThrow().name();
        return List.of(
                new Way("limbeck rebase --onto " + branch, "puts yours, " + mine.id() + ", on top of " + theirs.id()),
                onto(mine, theirs, ", which others have already"));
    }

    private static Way onto(RevisionNode target, RevisionNode moved, String remark) {
        return new Way(
                "limbeck rebase --onto " + target.id(),
                "puts " + moved.id() + remark + (remark.isEmpty() ? "" : ",") + " on top of " + target.id());
    }

    private List<Way> rebasesOfMany(List<RevisionNode> heads) {
        return heads.stream()
                .map(head -> new Way("limbeck rebase --onto " + head.id(), "puts the others on top of " + head.id()))
                .toList();
    }

    private boolean isMine(RevisionNode node) {
        return workspace
                .scripts()
                .find(node.id())
                .map((RevisionScript script) -> git.isMine(script))
                .orElse(true);
    }
}
