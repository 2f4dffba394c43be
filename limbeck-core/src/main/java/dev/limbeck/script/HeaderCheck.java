// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.revision.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds where a file says of its revision what its header does not. */
final class HeaderCheck {
    private final RevisionScript script;
    private final List<RevisionScript.Disagreement> found = new ArrayList<>();

    private HeaderCheck(RevisionScript script) {
        this.script = script;
    }

    static List<RevisionScript.Disagreement> of(RevisionScript script) {
        HeaderCheck check = new HeaderCheck(script);
        try {
            check.run();
        } catch (BadHeaderException bad) {
            throw new AssertionError(script + " was read before without a fault", bad);
        }
        return List.copyOf(check.found);
    }

    private void run() throws BadHeaderException {
        if (script.language() == Language.JAVA) {
            java(JavaHeader.locate(script.source()).orElseThrow());
        }
    }

    private void java(JavaHeader.Found header) {
        String text = script.source();
        RevisionNode node = script.node();
        header.javadoc().map(comment -> JavaRelink.lines(text, comment)).ifPresent(lines -> {
            compare(lines, SqlHeader.ID, List.of(node.id()));
            compare(lines, SqlHeader.PARENTS, node.downRevisions());
        });
        String file = NameWithId.ofFile(script).name();
        if (!header.className().text().equals(file)) {
            found.add(new RevisionScript.Disagreement(
                    header.className().line(),
                    "the class is called " + header.className().text() + " and the file " + file
                            + ".java. Rename one of them."));
        }
    }

    private void compare(FieldLines lines, String name, List<String> values) {
        lines.find(name).filter(field -> !sameNames(field.list(), values)).ifPresent(field -> {
            String said = field.value().isEmpty() ? "nothing" : field.value();
            String wanted = values.isEmpty() ? "nothing" : String.join(", ", values);
            found.add(new RevisionScript.Disagreement(
                    FieldLines.line(script.source(), field.start()),
                    "the comment says \"" + name + ": " + said + "\", and @Revision says " + wanted
                            + ", which is what counts. Correct the one that is wrong."));
        });
    }

    private static boolean sameNames(List<String> some, List<String> others) {
        Set<String> sorted = new TreeSet<>(some);
        return sorted.equals(new TreeSet<>(others)) || (others.isEmpty() && some.equals(List.of("<base>")));
    }
}
