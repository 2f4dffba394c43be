// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.diff.Coverage;
import java.util.Set;

/** One kind of wanted schema, found as a service by the prefix of {@code limbeck.models}. */
public interface ModelSource {

    /** The prefixes that this source answers to, such as {@code jpa}. */
    Set<String> prefixes();

    /**
     * The script that creates the wanted schema in an empty database.
     *
     * @throws dev.limbeck.error.MigrationException with code MODELS_EMPTY or MODELS_REJECTED, saying why
     */
    ModelScript script(ModelRequest request);

    /** What this source can express. */
    default Coverage coverage() {
        return Coverage.EVERYTHING;
    }
}
