// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.error;

import java.util.ArrayList;
import java.util.List;

/** Gathers everything that is wrong with an input, so that a person mends it in one go. */
public final class Problems {
    private final List<String> messages = new ArrayList<>();

    public void add(String message) {
        messages.add(message);
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** Throws one exception that lists every problem, if there is any. */
    public void throwIfAny(ErrorCode code) {
        if (!messages.isEmpty()) {
            throw new MigrationException(code, String.join("\n", messages));
        }
    }
}
