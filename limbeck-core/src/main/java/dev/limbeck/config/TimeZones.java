// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.config;

import dev.limbeck.error.Spelling;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.TreeSet;

/** Time zones as people write them. */
final class TimeZones {
    private static final String LOCAL = "local";

    private TimeZones() {}

    /**
     * The zone of this machine for {@code local}; else the one of that name, in capitals or not.
     *
     * @throws IllegalArgumentException if there is none
     */
    static ZoneId parse(String name) {
        if (name.equals(LOCAL)) {
            return ZoneId.systemDefault();
        }
        Collection<String> known = new TreeSet<>(ZoneId.getAvailableZoneIds());
        String spelt = known.stream()
                .filter(id -> id.equalsIgnoreCase(name))
                .findFirst()
                .orElse(name);
        try {
            return ZoneId.of(spelt);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "can't locate timezone: " + name
                            + Spelling.nearest(name, known)
                                    .map(near -> "; perhaps " + near + " is meant")
                                    .orElse("; write a name such as Europe/Berlin, UTC, or local"),
                    unknown);
        }
    }
}
