// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.error;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lengths of time: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}, and ISO 8601 such as {@code PT5M}. */
public final class Durations {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,12})\\s*(ms|s|m|h|d)");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    private Durations() {}

    /**
     * The length of time that a text means.
     *
     * @throws IllegalArgumentException saying what the text should look like
     */
    public static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            return Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2)));
        }
        return iso(text);
    }

    /** The same, where {@code off} says that there is no limit, which is zero. */
    public static Duration parseLimit(String text) {
        return text.equalsIgnoreCase("off") ? Duration.ZERO : parse(text);
    }

    /** A length of time as a person reads it: {@code 500 ms}, {@code 2 s}, {@code 1.5 s}, {@code 5 min}. */
    public static String inWords(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis >= 60_000 && millis % 60_000 == 0) {
            return millis / 60_000 + " min";
        }
        return BigDecimal.valueOf(millis)
                        .movePointLeft(3)
                        .setScale(1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " s";
    }

    private static Duration iso(String text) {
        Duration duration;
        try {
            duration = Duration.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("a duration is a number with its unit, such as 30s or 5m", malformed);
        }
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a duration is not negative");
        }
        return duration;
    }
}
