// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Options;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.script.RevisionIds;
import dev.limbeck.script.RevisionScript;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds ids that nobody's generator made. Only among revisions that are not merged: the others may have run somewhere,
 * and are never to be renamed. A project has a pattern if it says so, or if most of its ids follow the usual one.
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
        List<RevisionScript> scripts = workspace.scripts().scripts();
        boolean hasPattern = workspace.settings().isSet(Options.REVISION_IDS) || mostFit(scripts);
        SortedSet<Long> numbers = scripts.stream()
                .map(script -> script.node().id())
                .filter(RevisionIds.ORDINAL::fits)
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        for (RevisionScript script : scripts) {
            if (git.isMine(script) && (hasPattern || kind.fits(script.node().id()))) {
                check(script.node(), numbers);
            }
        }
    }

    private boolean mostFit(List<RevisionScript> scripts) {
        return 2
                        * scripts.stream()
                                .filter(script -> kind.fits(script.node().id()))
                                .count()
                > scripts.size();
    }

    private void check(RevisionNode node, SortedSet<Long> numbers) {
        if (!kind.fits(node.id())) {
            add(
                    "id",
                    node,
                    "the id " + node.id() + " is none that limbeck.revision-ids=" + setting() + " makes." + ANEW);
        } else if (kind.looksTyped(node.id())) {
            add("id", node, "the id " + node.id() + " looks typed by hand; somebody else's may be the same." + ANEW);
        } else if (kind == RevisionIds.ORDINAL) {
            checkOrdinal(node, numbers);
        }
    }

    private void checkOrdinal(RevisionNode node, SortedSet<Long> numbers) {
        long own = Long.parseLong(node.id());
        List<String> later = node.downRevisions().stream()
                .filter(kind::fits)
                .filter(parent -> Long.parseLong(parent) >= own)
                .toList();
        boolean followsAGap = numbers.first() < own && !numbers.contains(own - 1);
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
