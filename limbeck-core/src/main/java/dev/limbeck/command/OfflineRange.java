// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From where to where a script leads; only a stamp has several targets. */
record OfflineRange(String start, List<String> targets) {

    static OfflineRange upgrade(String text) {
        if (!text.contains(":")) {
            return new OfflineRange("base", List.of(text));
        }
        String[] parts = split(text);
        return new OfflineRange(orElse(parts[0], "base"), List.of(orElse(parts[1], "heads")));
    }

    /** Where a downgrade ends, and where it begins, is too much to guess. */
    static OfflineRange downgrade(String text) {
        String[] parts = text.contains(":") ? split(text) : new String[] {"", text};
        if (parts[0].isBlank() || parts[1].isBlank()) {
            throw bad("downgrade with --sql requires <fromrev>:<torev>, for example limbeck downgrade "
                    + orElse(parts[0], "head") + ":" + orElse(parts[1], "base") + " --sql");
        }
        return new OfflineRange(parts[0], List.of(parts[1]));
    }

    static OfflineRange stamp(List<String> texts) {
        @Nullable String start = null;
        List<String> targets = new ArrayList<>();
        for (String text : texts) {
            String[] parts = text.contains(":") ? split(text) : new String[] {"", text};
            if (text.contains(":")) {
                String begin = orElse(parts[0], "base");
                if (start != null && !start.equals(begin)) {
                    throw bad(
                            "Stamp operation with --sql only supports a single starting revision at a time; there are "
                                    + start + " and " + begin + ".");
                }
                start = begin;
            }
            targets.add(orElse(parts[1], text.contains(":") ? "heads" : ""));
        }
        return new OfflineRange(start == null ? "base" : start, List.copyOf(targets));
    }

    String target() {
        return targets.get(0);
    }

    private static String[] split(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 2) {
            throw bad("A range has one colon, as in START:END, and this one has " + (parts.length - 1) + ".");
        }
        return parts;
    }

    private static String orElse(String part, String blank) {
        return part.isBlank() ? blank : part;
    }

    private static MigrationException bad(String message) {
        return new MigrationException(ErrorCode.BAD_TARGET, message);
    }
}
