// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.error.Durations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks over the lines of an SQL file and cuts it at its markers. */
final class SqlSectionReader {
    private static final Pattern DECLARATION = Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]*)\\s*=\\s*(.*)");

    private final List<String> lines;
    private final int headerEnd;
    private final List<SqlSections.Section> sections = new ArrayList<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private List<Integer> noTransaction = new ArrayList<>();
    private SortedMap<Integer, String> requirements = new TreeMap<>();
    private Map<String, String> limits = new HashMap<>();
    private String direction = "";
    private Set<String> dialects = Set.of();
    private boolean takesArguments;
    private int start;

    SqlSectionReader(List<String> lines, int headerEnd) {
        this.lines = lines;
        this.headerEnd = headerEnd;
        this.start = headerEnd;
    }

    SqlSections read() throws BadHeaderException {
        for (int i = headerEnd; i < lines.size(); i++) {
            Matcher marker = SqlSections.MARKER.matcher(lines.get(i));
            if (marker.matches()) {
                String[] words = marker.group(1).strip().split("\\s+", 2);
                take(words[0], words.length > 1 ? words[1] : "", i);
            }
        }
        close(lines.size());
        if (sections.stream().noneMatch(section -> section.direction().equals(SqlSections.UPGRADE))) {
            throw new BadHeaderException(
                    0, "the file has no line \"-- limbeck: upgrade\"; put one before its statements");
        }
        return new SqlSections(List.copyOf(sections), takesArguments, Collections.unmodifiableMap(variables));
    }

    private void take(String marker, String rest, int index) throws BadHeaderException {
        switch (marker) {
            case SqlSections.NO_TRANSACTION -> {
                refuse(
                        direction.isEmpty(),
                        index,
                        "\"-- limbeck: no-transaction\" stands outside of a section; put it"
                                + " into the one it is meant for");
                refuseRest(marker, rest, index);
                noTransaction.add(index + 1);
            }
            case SqlSections.REQUIRE -> {
                refuse(
                        direction.isEmpty() || rest.isEmpty(),
                        index,
                        "\"-- limbeck: require\" stands in a section, before a select that counts what is in the way, and"
                                + " says in words what must be so: \"-- limbeck: require no two users share an email\"");
                requirements.put(index + 1, rest);
            }
            case SqlSections.LOCK_TIMEOUT, SqlSections.STATEMENT_TIMEOUT -> limit(marker, rest, index);
            case SqlSections.ARGUMENTS -> {
                refuseInSection(marker, index);
                refuseRest(marker, rest, index);
                takesArguments = true;
            }
            case SqlSections.VARIABLE -> {
                refuseInSection(marker, index);
                declare(rest, index);
            }
            case SqlSections.UPGRADE, SqlSections.DOWNGRADE -> open(marker, rest, index);
            default ->
                throw new BadHeaderException(
                        index + 1,
                        "unknown marker \"-- limbeck: " + (marker + " " + rest).strip()
                                + "\"; there are arguments, variable, upgrade, downgrade and, within a section,"
                                + " no-transaction, require, lock-timeout and statement-timeout");
        }
    }

    private void limit(String marker, String rest, int index) throws BadHeaderException {
        refuse(
                direction.isEmpty(),
                index,
                "\"-- limbeck: " + marker + "\" stands outside of a section; put it into the one it is meant for");
        refuse(
                limits.put(marker, rest) != null,
                index,
                "\"-- limbeck: " + marker + "\" is said twice of a section; take one out");
        try {
            Durations.parseLimit(rest);
        } catch (IllegalArgumentException malformed) {
            throw new BadHeaderException(
                    index + 1,
                    "\"-- limbeck: " + (marker + " " + rest).strip() + "\": " + malformed.getMessage() + ", or off");
        }
    }

    private void declare(String declaration, int index) throws BadHeaderException {
        Matcher matcher = DECLARATION.matcher(declaration);
        refuse(
                !matcher.matches(),
                index,
                "\"-- limbeck: variable " + declaration + "\" declares nothing; write"
                        + " \"-- limbeck: variable NAME = VALUE\", with a name of letters, digits, _, . and -");
        String name = matcher.group(1);
        refuse(
                name.equals("tag"),
                index,
                "a variable cannot be called tag, since ${tag} is the word of --tag; give it" + " another name");
        refuse(variables.containsKey(name), index, "the variable " + name + " is declared twice; take one out");
        variables.put(name, matcher.group(2));
    }

    private void open(String marker, String rest, int index) throws BadHeaderException {
        close(index);
        Set<String> named = rest.isEmpty() ? Set.of() : dialects(marker, rest, index);
        for (SqlSections.Section section : sections) {
            boolean twice = section.direction().equals(marker)
                    && (named.isEmpty()
                            ? section.dialects().isEmpty()
                            : !Collections.disjoint(named, section.dialects()));
            refuse(twice, index, "the file has a second section " + (marker + " " + rest).strip() + "; join the two");
        }
        direction = marker;
        dialects = named;
        start = index + 1;
    }

    private static Set<String> dialects(String marker, String rest, int index) throws BadHeaderException {
        Set<String> known =
                new TreeSet<>(Dialects.all().stream().map(Dialect::name).toList());
        Set<String> named = new TreeSet<>();
        for (String each : rest.split(",", -1)) {
            String name = each.strip();
            refuse(
                    !known.contains(name),
                    index,
                    "\"-- limbeck: " + marker + " " + rest + "\" names " + (name.isEmpty() ? "no" : "the unknown")
                            + " database" + (name.isEmpty() ? "" : " " + name) + "; there are "
                            + String.join(", ", known)
                            + ", with a comma between several");
            named.add(name);
        }
        return named;
    }

    private void refuseInSection(String marker, int index) throws BadHeaderException {
        refuse(
                !direction.isEmpty(),
                index,
                "\"-- limbeck: " + marker + "\" stands in a section, and is said of the whole"
                        + " file; put it before the first section");
    }

    private static void refuseRest(String marker, String rest, int index) throws BadHeaderException {
        refuse(
                !rest.isEmpty(),
                index,
                "nothing may follow \"-- limbeck: " + marker + "\" on its line; take \"" + rest + "\" out");
    }

    private static void refuse(boolean bad, int index, String message) throws BadHeaderException {
        if (bad) {
            throw new BadHeaderException(index + 1, message);
        }
    }

    private void close(int end) throws BadHeaderException {
        if (direction.isEmpty()) {
            refuseStatements(end);
        } else {
            String text = String.join("\n", lines.subList(start, end));
            sections.add(new SqlSections.Section(
                    direction, dialects, text, start + 1, noTransaction, requirements, limits()));
        }
        noTransaction = new ArrayList<>();
        requirements = new TreeMap<>();
        limits = new HashMap<>();
    }

    private TimeLimits limits() {
        return TimeLimits.of(
                limits.getOrDefault(SqlSections.LOCK_TIMEOUT, ""),
                limits.getOrDefault(SqlSections.STATEMENT_TIMEOUT, ""));
    }

    private void refuseStatements(int end) throws BadHeaderException {
        for (int i = headerEnd; i < end; i++) {
            String line = lines.get(i).strip();
            refuse(
                    !line.isEmpty() && !line.startsWith("--"),
                    i,
                    "a statement stands in no section; put" + " \"-- limbeck: upgrade\" before it");
        }
    }
}
