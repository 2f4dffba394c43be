// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a backfill got. A key's value is kept as a number or as the text that the database writes it in and reads it
 * from; one of those two ways brings back exactly the same value.
 *
 * @param way the table and the columns that it goes by, which make sense of the key
 * @param passed how many rows it went by
 * @param changed how many of these it changed
 * @param key that of the last row; empty at the start
 */
record BackfillPosition(String way, long passed, long changed, List<Object> key) {

    private static final char NUMBER = 'n';
    private static final char TEXT = 't';

    BackfillPosition {
        key = List.copyOf(key);
    }

    static BackfillPosition start(String way) {
        return new BackfillPosition(way, 0, 0, List.of());
    }

    BackfillPosition behind(List<Object> newKey, long rows, long changedRows) {
        return new BackfillPosition(way, passed + rows, changed + changedRows, newKey);
    }

    /** A column's value as a part of a key; none for what is null or loses something on the way. */
    static Optional<Object> value(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        if (value == null || value instanceof Float || value instanceof Double || value instanceof byte[]) {
            return Optional.empty();
        }
        return value instanceof Number number
                ? Optional.of(new BigDecimal(number.toString()))
                : Optional.of(rows.getString(column));
    }

    static BackfillPosition parse(String text) {
        String[] lines = text.split("\n", -1);
        List<Object> key = new ArrayList<>();
        for (String line : List.of(lines).subList(3, lines.length)) {
            String value = line.substring(1);
            key.add(line.charAt(0) == NUMBER ? new BigDecimal(value) : value.translateEscapes());
        }
        return new BackfillPosition(
                lines[2].translateEscapes(), Long.parseLong(lines[0]), Long.parseLong(lines[1]), key);
    }

    /** The text that {@link #parse} reads: both counts, the way, and each value of the key on a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(passed).append('\n').append(changed);
        text.append('\n').append(escaped(way));
        for (Object value : key) {
            text.append('\n')
                    .append(value instanceof Number ? NUMBER : TEXT)
                    .append(value instanceof BigDecimal number ? number.toPlainString() : escaped(value.toString()));
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
