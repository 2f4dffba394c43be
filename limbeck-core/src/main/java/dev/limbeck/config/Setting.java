// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.config;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about one key.
 *
 * @param text the value, placeholders filled in
 * @param origin where it was said, as messages name it
 * @param missing what a placeholder in it lacks; matters only once somebody asks for the value
 */
record Setting(
        String key, String text, String origin, @Nullable String missing) {

    static Setting of(String key, String text, String origin) {
        return new Setting(key, text, origin, null);
    }

    String value() {
        if (missing != null) {
            throw new MigrationException(
                    ErrorCode.CONFIG_BAD_VALUE,
                    key + " in " + origin + " has no value: " + missing + ". Supply it, or set the key elsewhere, as "
                            + Options.variable(key) + " for example.");
        }
        return text;
    }

    /** Without the value, which may be a secret. */
    @Override
    public String toString() {
        return key + " in " + origin;
    }
}
