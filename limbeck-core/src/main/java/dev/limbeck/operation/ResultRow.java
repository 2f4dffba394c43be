// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that the database gave. A value is asked for by the name of its column, upper or lower case alike, or by its
 * place, counted from 1.
 */
public final class ResultRow {
    private final List<String> columns;
    private final List<@Nullable Object> values;

    /** A row of a result with these columns. */
    public ResultRow(List<String> columns, List<? extends @Nullable Object> values) {
        if (columns.size() != values.size()) {
            throw new IllegalArgumentException(columns.size() + " columns, but " + values.size() + " values");
        }
        this.columns = List.copyOf(columns);
        this.values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    public List<String> columns() {
        return columns;
    }

    /** The values as the database gave them, in the order of the columns. */
    public List<@Nullable Object> values() {
        return values;
    }

    public boolean isNull(String column) {
        return values.get(place(column)) == null;
    }

    public boolean isNull(int place) {
        return values.get(index(place)) == null;
    }

    public @Nullable String getString(String column) {
        return get(column, String.class);
    }

    public @Nullable String getString(int place) {
        return get(place, String.class);
    }

    /** A whole number; null in the database is refused, because it is none. */
    public long getLong(String column) {
        return present(column, get(column, Long.class));
    }

    /** A whole number; null in the database is refused, because it is none. */
    public long getLong(int place) {
        return present(place, get(place, Long.class));
    }

    /** A whole number; null in the database is refused, because it is none. */
    public int getInt(String column) {
        return present(column, get(column, Integer.class));
    }

    /** A whole number; null in the database is refused, because it is none. */
    public int getInt(int place) {
        return present(place, get(place, Integer.class));
    }

    /** True or false; null in the database is refused, because it is neither. */
    public boolean getBoolean(String column) {
        return present(column, get(column, Boolean.class));
    }

    /** True or false; null in the database is refused, because it is neither. */
    public boolean getBoolean(int place) {
        return present(place, get(place, Boolean.class));
    }

    public @Nullable BigDecimal getBigDecimal(String column) {
        return get(column, BigDecimal.class);
    }

    public @Nullable BigDecimal getBigDecimal(int place) {
        return get(place, BigDecimal.class);
    }

    /**
     * A value as a type: String, Boolean, a kind of number, a type of {@code java.time}, UUID, {@code byte[]}, or the one
     * that the driver gives.
     *
     * @throws IllegalArgumentException if the value is none of that type, or does not fit into it
     */
    public <T> @Nullable T get(String column, Class<T> type) {
        return get(place(column) + 1, type);
    }

    /** The same by place, counted from 1. */
    public <T> @Nullable T get(int place, Class<T> type) {
        Object value = values.get(index(place));
        try {
            return value == null ? null : ResultValue.to(type, value);
        } catch (ArithmeticException | IllegalArgumentException | java.time.DateTimeException unfit) {
            throw new IllegalArgumentException(
                    "column " + columns.get(place - 1) + " holds " + value + " ("
                            + value.getClass().getName() + "), which is no " + type.getSimpleName() + ": "
                            + unfit.getMessage(),
                    unfit);
        }
    }

    private static <T> T present(Object column, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("column " + column
                    + " is null in this row; ask isNull first, or get(column, type), which may give null");
        }
        return value;
    }

    private int index(int place) {
        if (place < 1 || place > columns.size()) {
            throw new IllegalArgumentException(
                    "there is no column " + place + "; the row has " + columns.size() + ", counted from 1");
        }
        return place - 1;
    }

    private int place(String column) {
        int found = -1;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equalsIgnoreCase(column)) {
                if (found >= 0) {
                    throw new IllegalArgumentException(
                            "two columns are called " + column + "; ask by place, or give one an alias: " + columns);
                }
                found = i;
            }
        }
        if (found < 0) {
            throw new IllegalArgumentException("there is no column " + column + " among " + columns);
        }
        return found;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResultRow row && columns.equals(row.columns) && values.equals(row.values);
    }

    @Override
    public int hashCode() {
        return 31 * columns.hashCode() + values.hashCode();
    }

    /** The names of the columns only: values may be somebody's data, and this ends in logs. */
    @Override
    public String toString() {
        return "ResultRow" + columns;
    }
}
