// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.util.List;

/** Hangs an SQL revision on others, and changes nothing else of its text. */
final class SqlRelink {
    private static final String COMMENT = "[ \\t]*--";

    private SqlRelink() {}

    static String apply(String text, Links links) throws BadHeaderException {
        FieldLines lines = lines(text);
        TextEdits edits = new TextEdits();
        FieldLines.Field id = lines.find(SqlHeader.ID).orElseThrow();
        lines.set(SqlHeader.ID, List.of(links.id()), edits);
        lines.set(SqlHeader.DEPENDS, links.dependsOn(), edits);
        if (lines.find(SqlHeader.PARENTS).isPresent()) {
            lines.set(SqlHeader.PARENTS, links.downRevisions(), edits);
            return edits.apply(text);
        }
        if (!links.downRevisions().isEmpty()) {
            String line = FieldLines.lineEnd(text) + "-- " + SqlHeader.PARENTS + ": "
                    + String.join(", ", links.downRevisions());
            edits.replace(id.start(), id.end(), links.id() + line);
        }
        return edits.apply(text);
    }

    /** The lines of the header. */
    static FieldLines lines(String text) throws BadHeaderException {
        int count = SqlHeader.read(text).orElseThrow().end();
        int end = 0;
        for (int i = 0; i < count && end < text.length(); i++) {
            int next = text.indexOf('\n', end);
            end = next < 0 ? text.length() : next + 1;
        }
        return new FieldLines(text, 0, end, COMMENT);
    }
}
