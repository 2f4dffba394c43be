// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.git.Repository;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.run.Event;
import dev.limbeck.script.RevisionScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a rebase is about from what {@code --onto} says: a git branch, or a revision. */
final class RebaseReading {
    private final Workspace workspace;
    private final GitView git;
    private final List<RevisionScript> scripts;

    RebaseReading(Workspace workspace) {
        this.workspace = workspace;
        this.git = GitView.of(workspace);
        this.scripts = workspace.scripts().scripts();
    }

    /** The base branch's history, and what stands only here. */
    RebaseScope ontoBaseBranch() {
        return ontoBranch(git.base()
                .orElseThrow(() -> refused("There is no base branch to rebase onto. " + git.unknown()
                        + " Or name a revision: limbeck rebase --onto REV.")));
    }

    /** A branch where it has a slash or no revision has that name; a revision otherwise. */
    RebaseScope onto(String name) {
        Optional<BaseHistory> branch = branch(name);
        if (name.contains("/") && branch.isPresent()) {
            return ontoBranch(branch.get());
        }
        List<RevisionNode> revisions;
        try {
            revisions = workspace.graph().resolve(name, List.of());
        } catch (MigrationException noRevision) {
            return branch.map(this::ontoBranch).orElseThrow(() -> neither(name, noRevision));
        }
        if (revisions.size() != 1) {
            throw refused("--onto " + name + " means " + revisions.size()
                    + " revisions; name the one that the others go on top of.");
        }
        if (branch.isPresent()) {
            workspace
                    .listener()
                    .on(new Event.Note(name + " is a revision and a name in git; it was read as the"
                            + " revision. For the other write refs/heads/" + name + "."));
        }
        return ontoRevision(revisions.get(0));
    }

    private Optional<BaseHistory> branch(String name) {
        return git.repository().flatMap(repository -> branch(repository, name));
    }

    private Optional<BaseHistory> branch(Repository repository, String name) {
        return git.base()
                .filter(base -> base.name().equals(name))
                .or(() -> BaseHistory.of(repository, name, workspace));
    }

    private MigrationException neither(String name, MigrationException noRevision) {
        if (noRevision.code() == ErrorCode.GRAPH_BROKEN) {
            return refused("--onto " + name + " names no branch that git knows, and while the revisions do not fit"
                    + " together only git can tell which of them are yours:\n" + noRevision.getMessage());
        }
        String gitSays = git.repository().isPresent() ? "This clone has no branch of that name either." : git.unknown();
        return refused(noRevision.getMessage() + "\n" + gitSays);
    }

    private RebaseScope ontoBranch(BaseHistory base) {
        refuseAbsent(base);
        List<RevisionScript> moving = scripts.stream().filter(base::isMine).toList();
        List<RevisionScript> staying = new ArrayList<>(scripts);
        staying.removeAll(moving);
        if (staying.isEmpty()) {
            throw refused(base.name() + " has no revision yet, so there is nothing to put yours on top of.");
        }
        List<RevisionNode> heads = RevisionGraph.of(
                        staying.stream().map(RevisionScript::node).toList())
                .heads();
        if (heads.size() > 1) {
            throw refused(base.name() + " has " + heads.size() + " heads itself:\n"
                    + heads.stream()
                            .map(head -> git.line(head, workspace) + "\n")
                            .collect(Collectors.joining())
                    + (moving.isEmpty()
                            ? "None of them is yours alone. Join them with limbeck merge heads, or name the one that the"
                                    + " others go on top of: limbeck rebase --onto ID."
                            : "Name the one that yours follow: limbeck rebase --onto ID."));
        }
        return new RebaseScope("the head of " + base.name(), heads.get(0), moving, staying, List.of());
    }

    /** Files that are not here cannot be checked, so nothing is put on top of them. */
    private void refuseAbsent(BaseHistory base) {
        List<RevisionScript> absent = base.absent();
        if (absent.isEmpty()) {
            return;
        }
        String list = absent.stream()
                .map(script -> "  " + script.node().id() + "  " + script.node().message() + "  ("
                        + script.node().path() + ")\n")
                .collect(Collectors.joining());
        List<String> deleted = absent.stream()
                .filter(base::wasThere)
                .map(script -> script.node().path())
                .toList();
        String mending = deleted.size() == absent.size()
                ? "They were deleted here; bring them back: git checkout " + base.name() + " -- "
                        + String.join(" ", deleted)
                : "Bring your branch up to date in git first, with git rebase " + base.name() + " or git merge "
                        + base.name() + ", then run limbeck rebase again.";
        throw refused(base.name() + " has revisions whose files are not here:\n" + list + mending);
    }

    private RebaseScope ontoRevision(RevisionNode target) {
        RevisionGraph graph = workspace.graph();
        if (!graph.isHead(target.id())) {
            String above = graph.descendants(List.of(target.id())).stream()
                    .filter(graph::isHead)
                    .collect(Collectors.joining(", "));
            throw refused("Revision " + target.id() + " is no head, others follow it already. Name the head of that"
                    + " line: " + above + ".");
        }
        Set<String> below = graph.ancestors(List.of(target.id()));
        Set<String> line = graph.descendants(below);
        boolean everything = LinearRule.isSet(workspace);
        List<RevisionScript> moving = scripts.stream()
                .filter(script -> !below.contains(script.node().id()))
                .filter(script -> everything || line.contains(script.node().id()))
                .toList();
        List<RevisionScript> staying = new ArrayList<>(scripts);
        staying.removeAll(moving);
        return new RebaseScope("", target, moving, staying, merged(moving));
    }

    private List<String> merged(List<RevisionScript> moving) {
        List<String> merged = moving.stream()
                .filter(script -> !git.isMine(script))
                .map(script -> script.node().id())
                .toList();
        return merged.isEmpty()
                ? List.of()
                : List.of(String.join(", ", merged) + (merged.size() == 1 ? " is on " : " are on ")
                        + git.base().orElseThrow().name()
                        + " already: databases of others may have run what moves now. Better move the revisions that"
                        + " only you have.");
    }

    static MigrationException refused(String message) {
        return new MigrationException(ErrorCode.REBASE_REFUSED, message);
    }
}
