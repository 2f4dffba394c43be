// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Values as they stand in SQL. */
final class SqliteLiterals {
    private SqliteLiterals() {}

    static String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Double || value instanceof Float) {
            return floating(((Number) value).doubleValue());
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw new IllegalArgumentException(
                "no value of SQL: " + value.getClass().getName());
    }

    /** SQLite reads a statement up to the first zero character. */
    private static String text(String text) {
        return text.indexOf('\0') < 0
                ? "'" + text.replace("'", "''") + "'"
                : "cast(x'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "' as text)";
    }

    /** SQLite has no infinity to write, but reads a number that is too large as one; what is no number is null to it. */
    private static String floating(double number) {
        if (Double.isInfinite(number)) {
            return number > 0 ? "9e999" : "-9e999";
        }
        return Double.isNaN(number) ? "null" : Double.toString(number);
    }
}
