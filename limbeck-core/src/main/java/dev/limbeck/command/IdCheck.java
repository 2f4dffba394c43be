// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.revision.RevisionNode;
import dev.limbeck.script.RevisionIds;
import dev.limbeck.script.RevisionScript;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds ids that nobody's generator made. Only among revisions that are not merged: the others may have run somewhere,
 * and are never to be renamed.
 */
final class IdCheck {
    private static final String ANEW =
            " As long as no database has run it, make the file anew with limbeck revision, which chooses the id, and"
                    + " move its statements over.";

    private final Workspace workspace;
    private final GitView git;
    private final RevisionIds kind;
    private final List<Heads.Finding> findings;

    IdCheck(Workspace workspace, GitView git, List<Heads.Finding> findings) {
        this.workspace = workspace;
        this.git = git;
        this.kind = workspace.revisionIds();
        this.findings = findings;
    }

    void run() {
        Set<String> ids = workspace.scripts().scripts().stream()
                .map(script -> script.node().id())
                .collect(Collectors.toSet());
        workspace.scripts().scripts().stream().filter(git::isMine).forEach(script -> check(script, ids));
    }

    private void check(RevisionScript script, Set<String> ids) {
        RevisionNode node = script.node();
        if (!kind.fits(node.id())) {
            add(
                    "id",
                    node,
                    "the id " + node.id() + " is none that limbeck.revision-ids=" + setting() + " makes." + ANEW);
        } else if (kind.looksTyped(node.id())) {
            add("id", node, "the id " + node.id() + " looks typed by hand; somebody else's may be the same." + ANEW);
        } else if (kind == RevisionIds.ORDINAL) {
            checkOrdinal(node, ids);
        }
    }

    private void checkOrdinal(RevisionNode node, Set<String> ids) {
        long own = Long.parseLong(node.id());
        List<String> later = node.downRevisions().stream()
                .filter(kind::fits)
                .filter(parent -> Long.parseLong(parent) >= own)
                .toList();
        boolean isLowest = ids.stream().filter(kind::fits).allMatch(id -> Long.parseLong(id) >= own);
        boolean followsAGap =
                !isLowest && ids.stream().filter(kind::fits).noneMatch(id -> Long.parseLong(id) == own - 1);
        if (!later.isEmpty()) {
            add(
                    "ordinal",
                    node,
                    "the number " + node.id() + " is not above the one that it follows, " + String.join(", ", later)
                            + "." + renumber());
        } else if (followsAGap) {
            add("ordinal", node, "there is no revision before the number " + node.id() + " in the count." + renumber());
        }
    }

    private String renumber() {
        return git.base()
                .map(base -> " This numbers yours anew: limbeck rebase --onto " + base.name())
                .orElse(" Give it the next free number, in its header and its name.");
    }

    private String setting() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void add(String finding, RevisionNode node, String message) {
        findings.add(Heads.Finding.of(finding, node, 0, node.path() + ": " + message));
    }
}
