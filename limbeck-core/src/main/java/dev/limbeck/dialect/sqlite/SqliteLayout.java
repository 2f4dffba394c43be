// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where each part of a {@code create table} stands in its text.
 *
 * @param nameEnd the end of the table's name
 * @param open the parenthesis in front of the first column
 * @param close the parenthesis behind the last item
 * @param constraints in the order of the text
 */
record SqliteLayout(String sql, int nameEnd, int open, int close, List<Item> items, List<ConstraintPlace> constraints) {

    /** From the first character to the one behind the last. */
    record Range(int start, int end) {}

    /**
     * What stands between two commas.
     *
     * @param next where the comma or the parenthesis behind it stands
     * @param column null where it is no column but constraints
     * @param first the place of its first constraint among all, and behind it those of its others
     */
    record Item(Range range, int next, @Nullable ColumnPlace column, int first, int count) {}

    /** The parts of a column apart from its constraints; {@code nameEnd} is where a type may stand. */
    record ColumnPlace(String name, int nameEnd, List<Part> parts) {

        /** The places of one kind of part; there may be two defaults, of which the last one counts. */
        List<Range> of(PartKind kind) {
            return parts.stream()
                    .filter(part -> part.kind() == kind)
                    .map(Part::range)
                    .toList();
        }
    }

    enum PartKind {
        TYPE,
        NOT_NULL,
        VALUE,
        COLLATION
    }

    record Part(PartKind kind, Range range) {}

    /**
     * A constraint; one with words between its parts, such as {@code references t not null deferrable}, has two places.
     *
     * @param autoincrement the place of this word of a primary key: empty where it may stand; null for other constraints
     */
    record ConstraintPlace(List<Range> ranges, @Nullable Range autoincrement) {
        ConstraintPlace plus(Range range) {
            return new ConstraintPlace(
                    Stream.concat(ranges.stream(), Stream.of(range)).toList(), autoincrement);
        }
    }
}
