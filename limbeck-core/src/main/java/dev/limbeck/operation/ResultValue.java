// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** A value of a result as another type, where nothing of it is lost. Drivers give one and the same column as different types. */
final class ResultValue {
    private static final Map<Class<?>, Function<Object, Object>> CONVERSIONS = Map.ofEntries(
            Map.entry(String.class, Object::toString),
            Map.entry(BigDecimal.class, ResultValue::decimal),
            Map.entry(BigInteger.class, value -> decimal(value).toBigIntegerExact()),
            Map.entry(Long.class, value -> decimal(value).longValueExact()),
            Map.entry(Integer.class, value -> decimal(value).intValueExact()),
            Map.entry(Short.class, value -> decimal(value).shortValueExact()),
            Map.entry(Double.class, value -> decimal(value).doubleValue()),
            Map.entry(Boolean.class, ResultValue::truth),
            Map.entry(UUID.class, value -> UUID.fromString(value.toString())),
            Map.entry(LocalDate.class, ResultValue::date),
            Map.entry(LocalTime.class, ResultValue::time),
            Map.entry(LocalDateTime.class, ResultValue::dateTime),
            Map.entry(Instant.class, ResultValue::instant));

    private ResultValue() {}

    static <T> T to(Class<T> type, Object value) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        Function<Object, Object> conversion = CONVERSIONS.get(type);
        if (conversion == null) {
            throw new IllegalArgumentException("there is no way to make one of it");
        }
        return type.cast(conversion.apply(value));
    }

    private static BigDecimal decimal(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return new BigDecimal(value.toString());
    }

    /** MariaDB and SQLite keep it as 1 and 0. */
    private static Boolean truth(Object value) {
        return switch (value.toString()) {
            case "1", "t", "true" -> true;
            case "0", "f", "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static LocalDate date(Object value) {
        return value instanceof Date date ? date.toLocalDate() : LocalDate.parse(value.toString());
    }

    private static LocalTime time(Object value) {
        return value instanceof Time time ? time.toLocalTime() : LocalTime.parse(value.toString());
    }

    private static LocalDateTime dateTime(Object value) {
        return value instanceof Timestamp timestamp
                ? timestamp.toLocalDateTime()
                : LocalDateTime.parse(value.toString().replace(' ', 'T'));
    }

    private static Instant instant(Object value) {
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return value instanceof ZonedDateTime time
                ? time.toInstant()
                : OffsetDateTime.parse(value.toString().replace(' ', 'T')).toInstant();
    }
}
