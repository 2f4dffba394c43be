// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.script.RevisionScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds what goes wrong when several people write one history. */
final class HistoryCheck {
    private final Workspace workspace;
    private final GitView git;
    private final List<Heads.Finding> findings = new ArrayList<>();
    private final boolean readable;

    HistoryCheck(Workspace workspace) {
        this.workspace = workspace;
        this.git = GitView.of(workspace);
        this.readable = sameIds().isEmpty();
    }

    List<Heads.Finding> run() {
        sameIds().forEach(this::addSameId);
        if (readable) {
            checkShape(workspace.graph());
        }
        checkHeaders();
        new IdCheck(workspace, git, findings).run();
        git.base().ifPresent(base -> new MergedCheck(workspace, base, findings).run());
        return List.copyOf(findings);
    }

    /** Whether there is a graph at all: not where two files have one id. */
    boolean isReadable() {
        return readable;
    }

    /** What a person should know about how far the check could look. */
    Optional<String> remark() {
        return git.repository().isPresent() && git.base().isEmpty() ? Optional.of(git.unknown()) : Optional.empty();
    }

    private List<List<RevisionScript>> sameIds() {
        Map<String, List<RevisionScript>> byId = workspace.scripts().scripts().stream()
                .collect(Collectors.groupingBy(script -> script.node().id(), TreeMap::new, Collectors.toList()));
        return byId.values().stream().filter(scripts -> scripts.size() > 1).toList();
    }

    private void addSameId(List<RevisionScript> scripts) {
        RevisionScript first = scripts.get(0);
        String files = scripts.stream().map(script -> script.node().path()).collect(Collectors.joining(", "));
        boolean gitTells =
                git.base().isPresent() && scripts.stream().filter(git::isMine).count() == 1;
        add(
                "same-id",
                first.node(),
                0,
                "Revision " + first.node().id() + " is present more than once: in " + files + ". "
                        + (gitTells
                                ? "Give yours the next id: limbeck rebase --onto "
                                        + git.base().orElseThrow().name()
                                : "Delete one of the files or give it an id of its own, in its header and its name."));
    }

    private void checkShape(RevisionGraph graph) {
        List<RevisionNode> heads = graph.heads();
        if (LinearRule.isSet(workspace)) {
            new LinearRule(workspace).violation().ifPresent(message -> add("linear", heads, message));
        } else if (heads.size() > 1) {
            WaysOut out = new WaysOut(workspace, git);
            add(
                    "heads",
                    heads,
                    "The history has " + heads.size() + " heads:\n" + out.heads(heads) + "There are these ways out:\n"
                            + out.commands(heads));
        }
    }

    private void checkHeaders() {
        for (RevisionScript script : workspace.scripts().scripts()) {
            RevisionNode node = script.node();
            script.disagreements()
                    .forEach(found -> add(
                            "header", node, found.line(), node.path() + ":" + found.line() + ": " + found.message()));
            if (isNamedAfterAnother(script)) {
                add(
                        "header",
                        node,
                        0,
                        node.path() + ": the file is named after " + script.firstOfName() + ", and its header says "
                                + node.id() + ", which is what counts. Rename the file, or correct the header.");
            }
        }
    }

    /** Only where other files are named by their ids is a different one in front of the name a slip. */
    private boolean isNamedAfterAnother(RevisionScript script) {
        String first = script.firstOfName();
        if (script.isNamedById()) {
            return false;
        }
        List<RevisionScript> others = new ArrayList<>(workspace.scripts().scripts());
        others.remove(script);
        boolean looksLikeId = workspace.revisionIds().fits(first)
                || others.stream().anyMatch(other -> other.node().id().equals(first));
        return looksLikeId
                && 2 * others.stream().filter(RevisionScript::isNamedById).count() >= others.size();
    }

    private void add(String kind, RevisionNode node, int line, String message) {
        findings.add(Heads.Finding.of(kind, node, line, message));
    }

    private void add(String kind, List<RevisionNode> heads, String message) {
        findings.add(new Heads.Finding(
                kind,
                heads.stream().map(RevisionNode::id).toList(),
                heads.get(0).path(),
                Optional.empty(),
                message));
    }
}
