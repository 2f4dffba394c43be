// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** How a project's revisions get their identifiers. */
public enum RevisionIds {
    /** Twelve hexadecimal digits, at random, but none that {@link #looksTyped}, which chance makes once in a while. */
    HEX("[0-9a-f]{12}", "b1cf8c168491") {
        @Override
        public String next(Collection<String> taken, ZonedDateTime now) {
            String id = random();
            while (taken.contains(id) || looksTyped(id)) {
                id = random();
            }
            return id;
        }

        private static String random() {
            return HexFormat.of()
                    .toHexDigits(UUID.randomUUID().getLeastSignificantBits())
                    .substring(16 - HEX_DIGITS);
        }

        @Override
        public boolean looksTyped(String id) {
            return TypedDigits.areIn(id);
        }
    },

    /** A number of four digits or more, one above the highest there is. */
    ORDINAL("[0-9]{4,10}", "0001") {
        @Override
        public String next(Collection<String> taken, ZonedDateTime now) {
            long highest = taken.stream()
                    .filter(this::fits)
                    .mapToLong(Long::parseLong)
                    .max()
                    .orElse(0);
            return String.format(Locale.ROOT, "%04d", highest + 1);
        }
    },

    /** The time to the second, or the next second that is not taken. */
    TIMESTAMP("[0-9]{14}", "20261120084211") {
        @Override
        public String next(Collection<String> taken, ZonedDateTime now) {
            ZonedDateTime time = now;
            while (taken.contains(SECONDS.format(time))) {
                time = time.plusSeconds(1);
            }
            return SECONDS.format(time);
        }
    };

    private static final int HEX_DIGITS = 12;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    private final Pattern pattern;
    private final String example;

    RevisionIds(String pattern, String example) {
        this.pattern = Pattern.compile(pattern);
        this.example = example;
    }

    /** An identifier for a revision that is made now, beside those that are taken. */
    public abstract String next(Collection<String> taken, ZonedDateTime now);

    /** Whether somebody made it up: what a generator gives looks otherwise. */
    public boolean looksTyped(String id) {
        return false;
    }

    /** Whether an identifier looks like one of these. */
    public boolean fits(String id) {
        return pattern.matcher(id).matches();
    }

    /** What one of these looks like. */
    public String example() {
        return example;
    }
}
