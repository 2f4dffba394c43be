// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The options of sequences: what H2 takes where nothing is said, and how one set becomes another. */
final class H2SequenceOptions {
    private static final String USUAL_TYPE = "bigint";
    private static final long USUAL_CACHE = 32;
    private static final int DIGITS_OF_LONG = 18;

    private H2SequenceOptions() {}

    /** What the catalogue says of a sequence, where nothing is left out. */
    record Values(String type, long start, long increment, long minimum, long maximum, long cache, boolean cycle) {}

    /** The type of a sequence as it is written; a numeric one has its digits. */
    static String type(String dataType, int precision) {
        String name = dataType.toLowerCase(Locale.ROOT);
        return name.equals("numeric") || name.equals("decfloat") ? name + "(" + precision + ")" : name;
    }

    /** What the catalogue holds of a sequence, reduced to what differs from that type's defaults. */
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
                // H2 2.4 tells of a sequence that counts down, and has no cache of its own, a cache below zero.
                values.cache() < 0 ? null : unless(values.cache(), USUAL_CACHE),
                values.cycle());
    }

    /** The words that make one set of options of another; what is no longer said goes back to its default. */
    static List<String> changes(SequenceOptions before, SequenceOptions after) {
        List<String> words = new ArrayList<>();
        change(words, "increment by ", before.increment(), after.increment(), "increment by 1");
        change(words, "minvalue ", before.minimum(), after.minimum(), "no minvalue");
        change(words, "maxvalue ", before.maximum(), after.maximum(), "no maxvalue");
        change(words, "cache ", before.cache(), after.cache(), "cache " + USUAL_CACHE);
        if (before.cycle() != after.cycle()) {
            words.add(after.cycle() ? "cycle" : "no cycle");
        }
        return words;
    }

    static boolean countsDown(SequenceOptions options) {
        return options.increment() != null && options.increment() < 0;
    }

    /** Where a sequence starts, said or not. */
    static long start(SequenceOptions options) {
        return Objects.requireNonNullElse(options.start(), options.usualStart());
    }

    private static void change(
            List<String> words, String word, @Nullable Long before, @Nullable Long after, String usual) {
        if (!Objects.equals(before, after)) {
            words.add(after == null ? usual : word + after);
        }
    }

    private static @Nullable Long unless(long value, long usual) {
        return value == usual ? null : Long.valueOf(value);
    }

    private static long lowest(String type) {
        return switch (type) {
            case "tinyint" -> Byte.MIN_VALUE;
            case "smallint" -> Short.MIN_VALUE;
            case "integer" -> Integer.MIN_VALUE;
            default -> type.startsWith("numeric") ? -highest(type) : Long.MIN_VALUE;
        };
    }

    private static long highest(String type) {
        return switch (type) {
            case "tinyint" -> Byte.MAX_VALUE;
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            case "real" -> 1L << 24;
            case "double precision" -> 1L << 53;
            default -> type.endsWith(")") ? highest(digits(type)) : Long.MAX_VALUE;
        };
    }

    private static int digits(String type) {
        return Integer.parseInt(type.substring(type.indexOf('(') + 1, type.length() - 1));
    }

    private static long highest(int digits) {
        return digits > DIGITS_OF_LONG ? Long.MAX_VALUE : Long.parseLong("9".repeat(Math.max(1, digits)));
    }
}
