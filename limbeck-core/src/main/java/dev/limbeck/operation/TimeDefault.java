// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.DataType;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a clock as the constant default of a time: PostgreSQL reads {@code 'now()'} once, when the column is made, and
 * gives that moment to every row that ever comes.
 */
final class TimeDefault {
    private static final Set<String> TIMES = Set.of("date", "time", "timetz", "timestamp", "timestamptz", "datetime");
    private static final Pattern CLOCK = Pattern.compile(
            "now|today|tomorrow|yesterday"
                    + "|(now|sysdate|getdate|clock_timestamp|current_(timestamp|date|time)|local(timestamp|time))(\\(\\d*\\))?");

    private TimeDefault() {}

    static void check(String column, DataType type, Object literal) {
        if (literal instanceof String text && TIMES.contains(type.name().name()) && isClock(text)) {
            throw refused(column, text);
        }
    }

    /** For a column whose type is not said, and may be one of time. */
    static void check(@Nullable DataType type, Object literal) {
        if (type != null) {
            check("(changed)", type, literal);
        } else if (literal instanceof String text && isClock(text)) {
            throw new IllegalArgumentException("defaultValue(\"" + text + "\") is a constant, and in a column of time"
                    + " it would be the moment at which the migration runs; write defaultExpression(\"" + text
                    + "\") for the moment at which a row is inserted, or defaultExpression(\"'" + text
                    + "'\") for the text");
        }
    }

    private static boolean isClock(String text) {
        return CLOCK.matcher(text.strip().toLowerCase(Locale.ROOT)).matches();
    }

    private static IllegalArgumentException refused(String column, String text) {
        return new IllegalArgumentException("column \"" + column + "\": defaultValue(\"" + text
                + "\") would be the moment at which the migration runs, the same for every row; write"
                + " defaultExpression(\"" + text + "\") for the moment at which a row is inserted");
    }
}
