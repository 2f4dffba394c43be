// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What whoever starts a run hands to the migrations.
 *
 * @param values by key, as {@code -x KEY=VALUE} gives them
 * @param tag the word of {@code --tag}; null where there is none
 */
public record Arguments(
        Map<String, String> values, @Nullable String tag) {
    public static final Arguments NONE = new Arguments(Map.of(), null);

    public Arguments {
        values = Map.copyOf(values);
    }

    /** The keys only: any of the values may be a secret. */
    @Override
    public String toString() {
        return "Arguments" + values.keySet();
    }
}
