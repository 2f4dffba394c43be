// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.util.List;
import java.util.stream.Collectors;

/** Hangs a Java revision on others, and changes nothing else of its text. */
final class JavaRelink {
    private final String text;
    private final JavaHeader.Found found;
    private final TextEdits edits = new TextEdits();

    private JavaRelink(String text, JavaHeader.Found found) {
        this.text = text;
        this.found = found;
    }

    static String apply(String text, Links links, String className) throws BadHeaderException {
        JavaHeader.Found found = JavaHeader.locate(text).orElseThrow();
        return new JavaRelink(text, found).run(links, className);
    }

    private String run(Links links, String className) {
        Header header = found.header();
        if (!header.id().equals(links.id())) {
            set("id", List.of(links.id()));
        }
        if (!header.downRevisions().equals(links.downRevisions())) {
            set("downRevision", links.downRevisions());
        }
        if (!header.dependsOn().equals(links.dependsOn())) {
            set("dependsOn", links.dependsOn());
        }
        found.javadoc().ifPresent(comment -> {
            FieldLines lines = lines(text, comment);
            lines.set(SqlHeader.ID, List.of(links.id()), edits);
            lines.set(SqlHeader.PARENTS, links.downRevisions(), edits);
        });
        String oldName = found.className().text();
        found.tokens().stream()
                .filter(token ->
                        token.kind() == JavaToken.Kind.WORD && token.text().equals(oldName))
                .forEach(token -> edits.replace(token.start(), token.end(), className));
        return edits.apply(text);
    }

    static FieldLines lines(String text, JavaToken comment) {
        return new FieldLines(text, comment.start(), comment.end(), "[ \\t]*(?:/\\*\\*|\\*)?[ \\t]*(?:<p>|<li>)?");
    }

    private void set(String attribute, List<String> values) {
        String literals = values.stream().map(JavaLiteral::quoted).collect(Collectors.joining(", "));
        String value = values.size() == 1 ? literals : "{" + literals + "}";
        List<JavaToken> old = found.written().getOrDefault(attribute, List.of());
        if (old.isEmpty()) {
            List<JavaToken> id = found.written().getOrDefault("id", List.of());
            int end = id.get(id.size() - 1).end();
            edits.replace(end, end, separator(id.get(0)) + attribute + " = " + value);
        } else {
            edits.replace(old.get(0).start(), old.get(old.size() - 1).end(), value);
        }
    }

    /** Before a new attribute: a line of its own where the id has one. */
    private String separator(JavaToken id) {
        int line = text.lastIndexOf('\n', id.start()) + 1;
        String before = text.substring(line, id.start());
        String indent =
                before.substring(0, before.length() - before.stripLeading().length());
        return before.contains("@") ? ", " : "," + FieldLines.lineEnd(text) + indent;
    }
}
