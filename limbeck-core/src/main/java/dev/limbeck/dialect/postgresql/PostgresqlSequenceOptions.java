// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options of sequences: what the server takes where nothing is said, and how one set becomes another. */
final class PostgresqlSequenceOptions {
    static final String USUAL_TYPE = "bigint";

    private PostgresqlSequenceOptions() {}

    /** What the server holds of a sequence, reduced to what differs from that type's defaults. */
    static SequenceOptions said(Values values, boolean typeIsImplied) {
        boolean ascending = values.increment() > 0;
        long usualMinimum = ascending ? 1 : lowest(values.type());
        long usualMaximum = ascending ? highest(values.type()) : -1;
        return new SequenceOptions(
                typeIsImplied || values.type().equals(USUAL_TYPE) ? null : values.type(),
                unless(values.start(), ascending ? values.minimum() : values.maximum()),
                unless(values.increment(), 1),
                unless(values.minimum(), usualMinimum),
                unless(values.maximum(), usualMaximum),
                unless(values.cache(), 1),
                values.cycle());
    }

    /** What the catalogue says of a sequence, where nothing is left out. */
    record Values(String type, long start, long increment, long minimum, long maximum, long cache, boolean cycle) {}

    /** The words that make one set of options of another; what is no longer said goes back to its default. */
    static List<String> changes(SequenceOptions before, SequenceOptions after) {
        List<String> words = new ArrayList<>();
        if (!Objects.equals(before.type(), after.type())) {
            words.add("as " + Objects.requireNonNullElse(after.type(), USUAL_TYPE));
        }
        change(words, "increment by ", false, before.increment(), after.increment(), "increment by 1");
        // The server keeps the bounds of the one direction when a sequence begins to count in the other.
        boolean turns = isAscending(before) != isAscending(after);
        change(words, "minvalue ", turns, before.minimum(), after.minimum(), "no minvalue");
        change(words, "maxvalue ", turns, before.maximum(), after.maximum(), "no maxvalue");
        // It keeps where the sequence started, too, which was usual for the old bounds.
        if (turns || start(before) != start(after)) {
            words.add("start with " + start(after));
        }
        change(words, "cache ", false, before.cache(), after.cache(), "cache 1");
        if (before.cycle() != after.cycle()) {
            words.add(after.cycle() ? "cycle" : "no cycle");
        }
        return words;
    }

    /** The condition on a number under which it lies within the bounds; none where new bounds leave out nothing old. */
    static Optional<String> within(SequenceOptions before, SequenceOptions after, String number) {
        return lowest(after) > lowest(before) || highest(after) < highest(before)
                ? Optional.of(number + " between " + lowest(after) + " and " + highest(after))
                : Optional.empty();
    }

    static long start(SequenceOptions options) {
        return Objects.requireNonNullElse(options.start(), options.usualStart());
    }

    private static long lowest(SequenceOptions options) {
        long usual = isAscending(options) ? 1 : lowest(typeOf(options));
        return Objects.requireNonNullElse(options.minimum(), usual);
    }

    private static long highest(SequenceOptions options) {
        long usual = isAscending(options) ? highest(typeOf(options)) : -1;
        return Objects.requireNonNullElse(options.maximum(), usual);
    }

    private static boolean isAscending(SequenceOptions options) {
        return Objects.requireNonNullElse(options.increment(), 1L) > 0;
    }

    private static String typeOf(SequenceOptions options) {
        return Objects.requireNonNullElse(options.type(), USUAL_TYPE);
    }

    private static void change(
            List<String> words,
            String word,
            boolean inAnyCase,
            @Nullable Long before,
            @Nullable Long after,
            String usual) {
        if (inAnyCase || !Objects.equals(before, after)) {
            words.add(after == null ? usual : word + after);
        }
    }

    private static @Nullable Long unless(long value, long usual) {
        return value == usual ? null : Long.valueOf(value);
    }

    private static long lowest(String type) {
        return switch (type) {
            case "smallint" -> Short.MIN_VALUE;
            case "integer" -> Integer.MIN_VALUE;
            default -> Long.MIN_VALUE;
        };
    }

    private static long highest(String type) {
        return switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }
}
