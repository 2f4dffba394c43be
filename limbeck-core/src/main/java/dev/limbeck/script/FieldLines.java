// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lines such as {@code Revises: 0002} in a comment. */
final class FieldLines {
    private final String text;
    private final int start;
    private final int end;
    private final String lead;

    /** The lines between two places of a text, each of which may begin with what the pattern matches. */
    FieldLines(String text, int start, int end, String lead) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.lead = lead;
    }

    /** The value of a field, without the blanks around it, and where it stands. */
    record Field(String value, int start, int end) {

        List<String> list() {
            return Stream.of(value.split(",", -1))
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .toList();
        }
    }

    Optional<Field> find(String name) {
        Pattern line = Pattern.compile("(?im)^" + lead + "[ \\t]*" + Pattern.quote(name)
                + "[ \\t]*:[ \\t]*([^\\r\\n<*]*?)[ \\t]*(?=$|\\r|<|\\*)");
        Matcher matcher = line.matcher(text).region(start, end);
        return matcher.find()
                ? Optional.of(new Field(matcher.group(1), matcher.start(1), matcher.end(1)))
                : Optional.empty();
    }

    /** Gives the field a value where it is there and says something else. */
    void set(String name, List<String> values, TextEdits edits) {
        find(name).filter(field -> !field.list().equals(values)).ifPresent(field -> {
            boolean glued = field.start() > 0 && text.charAt(field.start() - 1) == ':';
            edits.replace(field.start(), field.end(), (glued ? " " : "") + String.join(", ", values));
        });
    }

    /** The line of the file in which a place is. */
    static int line(String text, int place) {
        return (int) text.substring(0, place).lines().count() + (place == 0 || text.charAt(place - 1) == '\n' ? 1 : 0);
    }

    static String lineEnd(String text) {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}
