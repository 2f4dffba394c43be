// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row, in the order of the columns they are given for; a value may be null. A whole number that an int
 * can hold is held by one.
 */
public record Row(List<@Nullable Object> values) {

    public Row {
        List<@Nullable Object> held = new ArrayList<>();
        for (Object value : values) {
            held.add(value instanceof Long number && number == number.intValue() ? number.intValue() : value);
        }
        values = Collections.unmodifiableList(held);
    }

    public static Row of(@Nullable Object... values) {
        return new Row(Arrays.asList(values));
    }
}
