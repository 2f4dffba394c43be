// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sections of an SQL file, told apart by its {@code -- limbeck:} markers.
 *
 * @param takesArguments whether a marker before the first section says that <code>${x:KEY}</code> is a placeholder
 * @param variables what the markers before the first section declare, by name
 */
record SqlSections(List<Section> sections, boolean takesArguments, Map<String, String> variables) {
    static final Pattern MARKER = Pattern.compile("\\s*--\\s*limbeck:(.*)", Pattern.DOTALL);
    static final String UPGRADE = "upgrade";
    static final String DOWNGRADE = "downgrade";
    static final String NO_TRANSACTION = "no-transaction";
    static final String REQUIRE = "require";
    static final String LOCK_TIMEOUT = "lock-timeout";
    static final String STATEMENT_TIMEOUT = "statement-timeout";
    static final String ARGUMENTS = "arguments";
    static final String VARIABLE = "variable";

    /**
     * The text of one section.
     *
     * @param direction {@link #UPGRADE} or {@link #DOWNGRADE}
     * @param dialects the databases that it is for, by the names of their dialects; empty for all that no other section names
     * @param firstLine the line of the file on which the text starts
     * @param noTransaction the lines of the file with the marker {@code no-transaction}
     * @param requirements what the markers {@code require} say, by their lines in the file
     * @param limits what its markers say of how long statements may wait and run
     */
    record Section(
            String direction,
            Set<String> dialects,
            String text,
            int firstLine,
            List<Integer> noTransaction,
            SortedMap<Integer, String> requirements,
            TimeLimits limits) {}

    /** The sections behind the header, which ends with the given line. */
    static SqlSections read(String text, int headerEnd) throws BadHeaderException {
        return new SqlSectionReader(text.lines().toList(), headerEnd).read();
    }

    /** The section for a database: the one that names it, else the one that names none. */
    Optional<Section> find(String direction, String dialect) {
        return inDirection(direction)
                .filter(section -> section.dialects().contains(dialect))
                .findFirst()
                .or(() -> inDirection(direction)
                        .filter(section -> section.dialects().isEmpty())
                        .findFirst());
    }

    /** The databases that have a section of their own in a direction. */
    Set<String> dialects(String direction) {
        Set<String> dialects = new TreeSet<>();
        inDirection(direction).forEach(section -> dialects.addAll(section.dialects()));
        return dialects;
    }

    private Stream<Section> inDirection(String direction) {
        return sections.stream().filter(section -> section.direction().equals(direction));
    }
}
