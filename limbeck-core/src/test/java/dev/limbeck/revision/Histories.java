// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Histories written as text: {@code m < b,c dep d label x says merge both} is a revision {@code m} in {@code m.sql} that
 * follows {@code b} and {@code c}, depends on {@code d}, declares the label {@code x}, and has a message.
 */
final class Histories {

    private Histories() {}

    static RevisionGraph graph(String... revisions) {
        return RevisionGraph.of(nodes(revisions));
    }

    static List<RevisionNode> nodes(String... revisions) {
        return Stream.of(revisions).map(Histories::node).toList();
    }

    static RevisionNode node(String text) {
        String[] said = text.split(" says ", 2);
        String[] words = said[0].split(" ");
        return new RevisionNode(
                words[0],
                after("<", words),
                after("dep", words),
                after("label", words),
                said.length > 1 ? said[1] : "",
                "",
                words[0] + ".sql");
    }

    private static List<String> after(String keyword, String[] words) {
        int index = Arrays.asList(words).indexOf(keyword);
        return index < 0 ? List.of() : List.of(words[index + 1].split(","));
    }

    static List<String> ids(List<RevisionNode> nodes) {
        return nodes.stream().map(RevisionNode::id).toList();
    }

    /** The steps as the lines of a log, each with its statements: {@code a -> b: replace a b}. */
    static List<String> lines(Plan plan) {
        return plan.steps().stream()
                .map(step -> String.join(",", step.from()) + " -> " + String.join(",", step.to()) + ":"
                        + statements(step.change()))
                .toList();
    }

    private static String statements(VersionChange change) {
        StringBuilder statements = new StringBuilder();
        change.deletes().forEach(row -> statements.append(" delete ").append(row));
        change.inserts().forEach(row -> statements.append(" insert ").append(row));
        if (change.replace() != null) {
            statements
                    .append(" replace ")
                    .append(change.replace().from())
                    .append(' ')
                    .append(change.replace().to());
        }
        return statements.toString();
    }
}
