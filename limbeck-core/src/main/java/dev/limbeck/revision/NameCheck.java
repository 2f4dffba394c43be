// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import dev.limbeck.error.Problems;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds ids and labels that cannot be, or that two revisions claim. */
final class NameCheck {
    /** What the version table has room for. */
    private static final int LONGEST = 64;

    /** They build targets ({@code label@id+1}, {@code a:b}) and, the comma, lists of ids in SQL files. */
    private static final String GRAMMAR = "@-+:,";

    /** A label may have a hyphen, as people's labels do: {@code label-1} is a label first, and a step second. */
    private static final String GRAMMAR_OF_LABELS = "@+:,";

    private final List<RevisionNode> nodes;
    private final Problems problems;
    private final Map<String, RevisionNode> ids = new TreeMap<>();
    private final Map<String, RevisionNode> labels = new TreeMap<>();

    NameCheck(List<RevisionNode> nodes, Problems problems) {
        this.nodes = nodes;
        this.problems = problems;
    }

    void run() {
        nodes.forEach(this::checkId);
        nodes.forEach(node -> node.labels().stream().distinct().forEach(label -> checkLabel(label, node)));
    }

    private void checkId(RevisionNode node) {
        String id = node.id();
        RevisionNode other = ids.putIfAbsent(id, node);
        if (id.isBlank()) {
            problems.add("The revision in " + node.path() + " has no id; give it one, such as 12 hexadecimal digits.");
        } else if (other != null) {
            problems.add("Revision " + id + " is present more than once: in " + other.path() + " and in " + node.path()
                    + ". Delete one of the files or give it an id of its own; limbeck rebase does that for the one that is"
                    + " not on the base branch yet.");
        } else {
            checkSpelling(id, "revision identifier", GRAMMAR, node);
        }
    }

    private void checkLabel(String label, RevisionNode node) {
        String claim = "Branch name '" + label + "' in revision " + node.id() + " (" + node.path() + ") ";
        RevisionNode other = labels.putIfAbsent(label, node);
        RevisionNode sameId = ids.get(label);
        if (label.isBlank()) {
            problems.add(
                    "Revision " + node.id() + " (" + node.path() + ") has an empty branch label; name or remove it.");
        } else if (sameId != null) {
            problems.add(claim + "is already the id of the revision in " + sameId.path() + ". Rename the label.");
        } else if (other != null) {
            problems.add(claim + "already used by revision " + other.id() + " (" + other.path()
                    + "). Rename one of the two.");
        } else {
            checkSpelling(label, "branch name", GRAMMAR_OF_LABELS, node);
        }
    }

    private void checkSpelling(String name, String kind, String forbidden, RevisionNode node) {
        String found = name
                .chars()
                .filter(character -> forbidden.indexOf(character) >= 0 || Character.isWhitespace(character))
                .mapToObj(Character::toString)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
        String what = kind + " '" + name + "' (" + node.path() + ")";
        if (!found.isEmpty()) {
            problems.add("Character(s) '" + found + "' not allowed in " + what
                    + ". Spell it with letters, digits and underscores.");
        }
        if (Words.PLACES.contains(name)) {
            problems.add("The word '" + name + "' is not allowed as " + what
                    + ", because commands use it for a place in the history. Choose another.");
        }
        if (name.length() > LONGEST) {
            problems.add(
                    "Too long is the " + what + ": the version table holds " + LONGEST + " characters. Shorten it.");
        }
    }
}
