// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A value that a column is to hold, as one that each database has a literal for: a String, a Number or a Boolean. */
final class RowValue {
    private static final Set<String> FRACTIONS =
            Set.of("numeric", "decimal", "real", "double precision", "float", "double");

    private RowValue() {}

    /**
     * The value, if the column can hold it.
     *
     * @throws IllegalArgumentException with the reason if it cannot
     */
    static @Nullable Object of(Column column, @Nullable Object value) {
        if (value == null) {
            require(column.nullable(), "the column is not null");
            return null;
        }
        DataType type = column.type();
        String name = type.name().name();
        if (type.arrayDimensions() > 0) {
            require(value instanceof String, "an array is given as the database writes it, in a String");
            return value;
        }
        return switch (name) {
            case "smallint" -> whole(value, 16);
            case "integer", "int" -> whole(value, 32);
            case "bigint" -> whole(value, 64);
            case "boolean" -> {
                require(value instanceof Boolean, "give true or false");
                yield value;
            }
            case "varchar", "char" -> text(value, type);
            case "text", "clob" -> text(value, DataType.of(name));
            case "uuid" ->
                value instanceof UUID
                        ? value.toString()
                        : UUID.fromString(text(value, type)).toString();
            default -> FRACTIONS.contains(name) ? number(value) : other(value);
        };
    }

    private static Object whole(Object value, int bits) {
        require(
                value instanceof Long
                        || value instanceof Integer
                        || value instanceof Short
                        || value instanceof Byte
                        || value instanceof BigInteger,
                "give a whole number");
        require(
                new BigInteger(value.toString()).bitLength() < bits,
                "it is outside of -2^" + (bits - 1) + " to 2^" + (bits - 1) + " - 1");
        return value;
    }

    private static Object number(Object value) {
        require(value instanceof Number, "give a number");
        new BigDecimal(value.toString());
        return value;
    }

    private static String text(Object value, DataType type) {
        if (value instanceof UUID) {
            return text(value.toString(), type);
        }
        require(value instanceof String, "give a String");
        String text = (String) value;
        if (type.arguments().size() == 1 && type.arguments().get(0).matches("\\d{1,9}")) {
            int length = text.codePointCount(0, text.length());
            require(length <= Integer.parseInt(type.arguments().get(0)), "it has " + length + " characters");
        }
        return text;
    }

    /** Types that not every database has, or calls the same: the value's own type decides how it is written. */
    private static Object other(Object value) {
        if (value instanceof Instant instant) {
            return dateTime(instant.atOffset(ZoneOffset.UTC));
        }
        if (value instanceof OffsetDateTime time) {
            return dateTime(time);
        }
        if (value instanceof LocalDateTime time) {
            return time.toLocalDate() + " " + time.toLocalTime();
        }
        if (value instanceof LocalDate || value instanceof LocalTime || value instanceof UUID) {
            return value.toString();
        }
        require(
                value instanceof String || value instanceof Number || value instanceof Boolean,
                "give a String, a number, a Boolean, a UUID or a type of java.time; for anything else there is"
                        + " op.connection()");
        return value;
    }

    private static String dateTime(OffsetDateTime time) {
        String offset = time.getOffset().equals(ZoneOffset.UTC)
                ? "+00:00"
                : time.getOffset().toString();
        return time.toLocalDate() + " " + time.toLocalTime() + offset;
    }

    private static void require(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
