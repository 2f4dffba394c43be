// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Options;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.run.Event;
import dev.limbeck.script.RevisionIds;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The id of a new revision: made by the project's rule, or chosen by a person and then looked at. */
final class NewId {
    /** Beyond what the grammar of targets forbids: what a shell, a file system or a list of ids would trip over. */
    private static final Pattern FORBIDDEN = Pattern.compile("[^\\p{L}\\p{N}_.]");

    private final Workspace workspace;
    private final RevisionIds rule;

    NewId(Workspace workspace) {
        this.workspace = workspace;
        this.rule = workspace.revisionIds();
    }

    String next(ZonedDateTime now) {
        List<String> taken = nodes().stream().map(RevisionNode::id).toList();
        return rule.next(taken, now);
    }

    /**
     * The chosen id, if the history can have it; what it may not be in any history, the graph says.
     *
     * @throws MigrationException with code GRAPH_BROKEN if it cannot
     */
    String chosen(String id) {
        refuseSpelling(id);
        refuseTaken(id);
        warnOfStrangeness(id);
        return id;
    }

    private static void refuseSpelling(String id) {
        String forbidden =
                FORBIDDEN
                        .matcher(id)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .collect(Collectors.joining(", "));
        if (!forbidden.isEmpty()) {
            throw refused("Character(s) '" + forbidden + "' not allowed in revision identifier '" + id
                    + "'. Spell it with letters, digits and underscores.");
        }
        if (id.isEmpty() || id.startsWith(".")) {
            throw refused("The revision identifier '" + id + "' is "
                    + (id.isEmpty() ? "empty" : "the name of a hidden file") + ". Begin it with a letter or a digit.");
        }
    }

    private void refuseTaken(String id) {
        for (RevisionNode node : nodes()) {
            if (node.id().equals(id)) {
                throw refused("Revision " + id + " exists already, in " + node.path() + ". Choose another id.");
            }
            if (node.id().equalsIgnoreCase(id)) {
                throw refused("Revision " + id + " differs from " + node.id() + " (" + node.path()
                        + ") only in capitals, which many file systems do not tell apart. Choose another id.");
            }
            Optional<String> label =
                    node.labels().stream().filter(id::equalsIgnoreCase).findFirst();
            if (label.isPresent()) {
                throw refused("'" + label.get() + "' is a branch label already, of revision " + node.id() + " ("
                        + node.path() + "). Choose another id.");
            }
        }
    }

    private void warnOfStrangeness(String id) {
        if (workspace.settings().isSet(Options.REVISION_IDS) && !rule.fits(id)) {
            workspace
                    .listener()
                    .on(new Event.Warning("Revision id " + id
                            + " is not of the kind that the project has chosen: limbeck.revision-ids="
                            + workspace.settings().get(Options.REVISION_IDS) + " makes ids such as " + rule.example()
                            + "."));
        }
    }

    private List<RevisionNode> nodes() {
        return workspace.graph().nodes();
    }

    private static MigrationException refused(String message) {
        return new MigrationException(ErrorCode.GRAPH_BROKEN, message);
    }
}
