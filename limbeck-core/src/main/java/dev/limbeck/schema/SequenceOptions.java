// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a sequence counts; an absent part is the database's own default for it. */
public record SequenceOptions(
        @Nullable String type,
        @Nullable Long start,
        @Nullable Long increment,
        @Nullable Long minimum,
        @Nullable Long maximum,
        @Nullable Long cache,
        boolean cycle) {

    public static final SequenceOptions DEFAULTS = new SequenceOptions(null, null, null, null, null, null, false);

    /** Where it starts when it does not say so: at its lowest number, or at its highest when it counts down. */
    public long usualStart() {
        boolean ascending = Objects.requireNonNullElse(increment, 1L) > 0;
        return ascending ? Objects.requireNonNullElse(minimum, 1L) : Objects.requireNonNullElse(maximum, -1L);
    }

    public SequenceOptions withType(String type) {
        return new SequenceOptions(type, start, increment, minimum, maximum, cache, cycle);
    }

    public SequenceOptions withStart(long start) {
        return new SequenceOptions(type, start, increment, minimum, maximum, cache, cycle);
    }

    public SequenceOptions withIncrement(long increment) {
        return new SequenceOptions(type, start, increment, minimum, maximum, cache, cycle);
    }

    public SequenceOptions withMinimum(long minimum) {
        return new SequenceOptions(type, start, increment, minimum, maximum, cache, cycle);
    }

    public SequenceOptions withMaximum(long maximum) {
        return new SequenceOptions(type, start, increment, minimum, maximum, cache, cycle);
    }

    public SequenceOptions withCache(long cache) {
        return new SequenceOptions(type, start, increment, minimum, maximum, cache, cycle);
    }

    public SequenceOptions withCycle(boolean cycle) {
        return new SequenceOptions(type, start, increment, minimum, maximum, cache, cycle);
    }
}
