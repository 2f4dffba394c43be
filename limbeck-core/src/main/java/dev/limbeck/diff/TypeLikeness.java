// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.schema.DataType;
import java.util.Locale;
import java.util.regex.Pattern;

/** How near two types are to each other, by their names, whatever the database. */
enum TypeLikeness {
    SAME,
    /** A value of the one may well be one of the other: both are texts, numbers, moments. */
    RELATED,
    STRANGE;

    private static final Pattern NUMBER = Pattern.compile(
            "(tiny|small|medium|big)?int(eger)?.*|numeric|decimal|real|float.*|double.*|decfloat|money|int[248]");
    private static final Pattern TEXT =
            Pattern.compile("(n?var|n)?char.*|character.*|(tiny|medium|long)?text|.*clob|citext|string|varchar.*");
    private static final Pattern MOMENT = Pattern.compile("timestamp.*|datetime.*|date");
    private static final Pattern BYTES = Pattern.compile("bytea|(tiny|medium|long)?blob|(var)?binary.*");

    static TypeLikeness of(DataType one, DataType other) {
        if (one.equals(other)) {
            return SAME;
        }
        if (one.arrayDimensions() != other.arrayDimensions()) {
            return STRANGE;
        }
        String first = word(one);
        String second = word(other);
        boolean related = first.equals(second)
                || both(NUMBER, first, second)
                || both(TEXT, first, second)
                || both(MOMENT, first, second)
                || both(BYTES, first, second);
        return related ? RELATED : STRANGE;
    }

    private static String word(DataType type) {
        return type.name().toString().toLowerCase(Locale.ROOT);
    }

    private static boolean both(Pattern group, String one, String other) {
        return group.matcher(one).matches() && group.matcher(other).matches();
    }
}
