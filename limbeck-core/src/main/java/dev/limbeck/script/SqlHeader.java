// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the comment at the top of an SQL file. */
final class SqlHeader {
    static final String ID = "Revision ID";
    static final String PARENTS = "Revises";
    static final String CREATED = "Create Date";
    static final String LABELS = "Branch Labels";
    static final String DEPENDS = "Depends On";

    private static final Pattern FIELD = Pattern.compile(
            "--\\s*(" + String.join("|", ID, PARENTS, CREATED, LABELS, DEPENDS) + ")\\s*:(.*)",
            Pattern.CASE_INSENSITIVE);

    private final List<String> lines;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<String> doc = new ArrayList<>();
    private int at;

    private SqlHeader(List<String> lines) {
        this.lines = lines;
    }

    /**
     * What stands at the top of a revision.
     *
     * @param end how many lines of the file it takes
     */
    record Found(Header header, int end) {}

    /** The header; empty for a file that is no revision. */
    static Optional<Found> read(String text) throws BadHeaderException {
        return new SqlHeader(text.lines().toList()).find();
    }

    private Optional<Found> find() throws BadHeaderException {
        while (at < lines.size() && isHeader(lines.get(at).strip())) {
            take(lines.get(at).strip());
            at++;
        }
        String id = fields.getOrDefault(key(ID), "");
        if (!fields.containsKey(key(ID))) {
            return withoutId();
        }
        if (id.isEmpty()) {
            throw new BadHeaderException(lineOf(ID), "\"-- Revision ID:\" has no id behind it; write one");
        }
        if (lines.stream()
                .skip(at)
                .noneMatch(line -> SqlSections.MARKER.matcher(line).matches())) {
            throw new BadHeaderException(
                    0,
                    "the file has a revision's header but no line \"-- limbeck: upgrade\"; put one before its statements");
        }
        Header header = new Header(
                id, list(PARENTS), list(DEPENDS), list(LABELS), fields.getOrDefault(key(CREATED), ""), doc(), "");
        return Optional.of(new Found(header, at));
    }

    /** Comment and blank lines; before the id any words are a description, behind it a marker ends the header. */
    private boolean isHeader(String line) {
        boolean described = fields.containsKey(key(ID));
        return line.isEmpty()
                || (line.startsWith("--")
                        && !(described && SqlSections.MARKER.matcher(line).matches()));
    }

    private void take(String line) {
        Matcher field = FIELD.matcher(line);
        if (field.matches()) {
            fields.putIfAbsent(key(field.group(1)), field.group(2).strip());
        } else if (fields.isEmpty() && line.startsWith("--")) {
            doc.add(line.substring(2).strip());
        }
    }

    private Optional<Found> withoutId() throws BadHeaderException {
        for (int i = 0; i < lines.size(); i++) {
            if (SqlSections.MARKER.matcher(lines.get(i)).matches()) {
                throw new BadHeaderException(
                        i + 1,
                        "the file has a \"-- limbeck:\" line but no \"-- Revision ID:\" at its top; write the header,"
                                + " or take the line out if this is no revision");
            }
        }
        if (!fields.isEmpty()) {
            String field = fields.keySet().iterator().next();
            throw new BadHeaderException(
                    lineOf(field), "the header has no line \"-- Revision ID:\"; write it, with the revision's id");
        }
        return Optional.empty();
    }

    private int lineOf(String field) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = FIELD.matcher(lines.get(i).strip());
            if (matcher.matches() && key(matcher.group(1)).equals(key(field))) {
                return i + 1;
            }
        }
        return 0;
    }

    private List<String> list(String field) {
        return Stream.of(fields.getOrDefault(key(field), "").split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private String doc() {
        return String.join("\n", doc).strip();
    }

    private static String key(String field) {
        return field.toLowerCase(Locale.ROOT);
    }
}
