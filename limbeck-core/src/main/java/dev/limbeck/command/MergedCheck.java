// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.revision.RevisionNode;
import dev.limbeck.script.RevisionScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds merged revisions that were changed afterwards: whoever has run them has run something else. */
final class MergedCheck {
    private final Workspace workspace;
    private final BaseHistory base;
    private final List<Heads.Finding> findings;

    MergedCheck(Workspace workspace, BaseHistory base, List<Heads.Finding> findings) {
        this.workspace = workspace;
        this.base = base;
        this.findings = findings;
    }

    void run() {
        Map<Path, RevisionScript> here = workspace.scripts().scripts().stream()
                .collect(Collectors.toMap(RevisionScript::path, script -> script));
        base.fork().forEach((path, merged) -> {
            Optional<RevisionScript> now = Optional.ofNullable(here.get(path));
            if (now.isPresent()) {
                checkText(merged, now.get());
            } else if (!isGoneFromBase(path)) {
                addGone(merged);
            }
        });
    }

    private boolean isGoneFromBase(Path path) {
        return !base.tip().containsKey(path);
    }

    private void checkText(RevisionScript merged, RevisionScript now) {
        RevisionScript tip = base.tip().getOrDefault(merged.path(), merged);
        if (now.checksum().equals(merged.checksum()) || now.checksum().equals(tip.checksum())) {
            return;
        }
        int line = now.firstDifference(merged);
        add(
                "edited",
                now.node(),
                line,
                now.node().path() + ":" + line + ": revision "
                        + merged.node().id() + " is on " + base.name()
                        + " and was edited afterwards; databases that have run it do not run it again. Take it back, and put"
                        + " the change into a new revision: " + checkout(merged));
    }

    private void addGone(RevisionScript merged) {
        RevisionNode node = merged.node();
        Optional<RevisionScript> renamed = workspace.scripts().scripts().stream()
                .filter(script -> script.node().id().equals(node.id()))
                .filter(script -> !base.tip().containsKey(script.path()))
                .findFirst();
        String what = renamed.map(script -> "was renamed to " + script.node().path())
                .orElse(Files.exists(merged.path()) ? "was made into no revision" : "was deleted");
        add(
                "deleted",
                node,
                0,
                node.path() + ": revision " + node.id() + " is on " + base.name() + " and " + what
                        + " here. Bring it back: " + checkout(merged));
    }

    private String checkout(RevisionScript merged) {
        String path = merged.node().path();
        return "git checkout " + base.forkCommit() + " -- " + (path.contains(" ") ? "'" + path + "'" : path);
    }

    private void add(String kind, RevisionNode node, int line, String message) {
        findings.add(Heads.Finding.of(kind, node, line, message));
    }
}
