// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Options;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.run.Event;
import dev.limbeck.script.RevisionScript;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the revisions that others do not have yet on top of those that they have. */
public final class Rebase {
    private final Workspace workspace;

    public Rebase(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * A revision whose file changes.
     *
     * @param from its id before
     * @param to its id afterwards, often the same
     * @param oldFile its file as messages name it
     */
    public record Moved(
            String from,
            String to,
            String message,
            List<String> oldParents,
            List<String> newParents,
            String oldFile,
            String newFile) {

        static Moved of(RevisionScript before, RevisionScript after) {
            return new Moved(
                    before.node().id(),
                    after.node().id(),
                    before.node().message(),
                    before.node().downRevisions(),
                    after.node().downRevisions(),
                    before.node().path(),
                    after.node().path());
        }
    }

    /**
     * What changes.
     *
     * @param onto the revision that the first of them follows
     * @param ontoName what that revision is, such as {@code the head of origin/main}; none if it was named itself
     * @param written whether the files have been changed
     */
    public record Result(
            String onto, Optional<String> ontoName, List<Moved> moved, List<String> warnings, boolean written) {

        Result carriedOut() {
            return new Result(onto, ontoName, moved, warnings, true);
        }
    }

    /**
     * Plans, asks, and does it, whole or not at all.
     *
     * @param onto a git branch or a revision; null for the base branch
     * @param goAhead is shown the plan, if anything moves
     */
    public Result run(@Nullable String onto, Predicate<Result> goAhead) {
        RebaseReading reading = new RebaseReading(workspace);
        RebaseScope scope = onto == null ? reading.ontoBaseBranch() : reading.onto(onto);
        Map<RevisionScript, RevisionScript> changes = RebaseChanges.of(
                scope,
                workspace.revisionIds(),
                ZonedDateTime.now(workspace.settings().get(Options.TIMEZONE)));
        List<String> warnings = changes.isEmpty() ? List.of() : warnings(scope, changes);
        Result plan = new Result(
                scope.target().id(),
                Optional.of(scope.line()).filter(line -> !line.isEmpty()),
                changes.entrySet().stream()
                        .map(pair -> Moved.of(pair.getKey(), pair.getValue()))
                        .toList(),
                warnings,
                false);
        if (changes.isEmpty() || !goAhead.test(plan)) {
            return plan;
        }
        workspace.replacement().run(changes);
        return plan.carriedOut();
    }

    private List<String> warnings(RebaseScope scope, Map<RevisionScript, RevisionScript> changes) {
        List<String> warnings = new ArrayList<>(scope.warnings());
        List<RevisionNode> heads = RebaseChanges.graph(scope, changes).heads();
        if (heads.size() > 1) {
            warnings.add("The history still has " + heads.size() + " heads afterwards: "
                    + heads.stream().map(RevisionNode::id).collect(Collectors.joining(", ")) + ".");
        }
        warnings.addAll(new AppliedRevisions(workspace).warnings(List.copyOf(changes.keySet())));
        warnings.forEach(warning -> workspace.listener().on(new Event.Warning(warning)));
        return warnings;
    }
}
