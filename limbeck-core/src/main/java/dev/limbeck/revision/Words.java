// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of the grammar that are no names, and how messages list revisions. */
final class Words {
    static final String HEAD = "head";
    static final String HEADS = "heads";
    static final String BASE = "base";
    static final String CURRENT = "current";
    static final Set<String> PLACES = Set.of(HEAD, HEADS, BASE, CURRENT);

    private static final int LONGEST_SHOWN = 60;

    private Words() {}

    /** What somebody typed, on one line: its beginning where it is long, control characters as their numbers. */
    static String shown(String text) {
        String start = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
        return start.codePoints()
                .mapToObj(point ->
                        isControl(point) ? String.format(Locale.ROOT, "\\u%04x", point) : Character.toString(point))
                .collect(Collectors.joining());
    }

    /** Whether a character would end the line or change how the terminal writes. */
    static boolean isControl(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** The revisions with their messages, so that a person can tell them apart. */
    static String list(Collection<RevisionNode> nodes) {
        return nodes.stream()
                .map(node -> node.message().isEmpty() ? node.id() : node.id() + " (" + node.message() + ")")
                .collect(Collectors.joining(", "));
    }
}
