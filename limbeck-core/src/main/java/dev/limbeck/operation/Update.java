// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import org.jspecify.annotations.Nullable;

/** What becomes of something optional: kept as it is, set to a value, or removed. */
public record Update<T>(boolean changes, @Nullable T value) {

    public static <T> Update<T> keep() {
        return new Update<>(false, null);
    }

    public static <T> Update<T> set(T value) {
        return new Update<>(true, value);
    }

    public static <T> Update<T> remove() {
        return new Update<>(true, null);
    }

    /** The update that makes {@code after} of {@code before}. */
    static <T> Update<T> between(@Nullable T before, @Nullable T after) {
        if (before == null ? after == null : before.equals(after)) {
            return keep();
        }
        return new Update<>(true, after);
    }

    @Nullable
    T apply(@Nullable T before) {
        return changes ? value : before;
    }
}
