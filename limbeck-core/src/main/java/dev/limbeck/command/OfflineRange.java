// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;

/** From where to where a script leads. */
record OfflineRange(String start, String target) {

    static OfflineRange upgrade(String text) {
        return text.contains(":") ? split(text) : new OfflineRange("base", text);
    }

    static OfflineRange downgrade(String text) {
        if (!text.contains(":")) {
            throw new MigrationException(
                    ErrorCode.BAD_TARGET,
                    "downgrade with --sql requires <fromrev>:<torev>, for example limbeck downgrade head:" + text
                            + " --sql");
        }
        return split(text);
    }

    private static OfflineRange split(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 2) {
            throw new MigrationException(
                    ErrorCode.BAD_TARGET, "\"" + text + "\" is not a range; write START:END with one colon.");
        }
        return new OfflineRange(parts[0].isEmpty() ? "base" : parts[0], parts[1].isEmpty() ? "heads" : parts[1]);
    }
}
