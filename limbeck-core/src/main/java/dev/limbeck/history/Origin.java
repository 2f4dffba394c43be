// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.history;

import java.util.UUID;

/**
 * Whose doing something is.
 *
 * @param run names a run of Limbeck, unlike any other; empty where a Limbeck older than this wrote it
 * @param by the user of the machine
 * @param from the machine and the process
 */
public record Origin(String run, String by, String from) {
    private static final int LONGEST = 255;

    /** This process, at the beginning of a new run. */
    public static Origin here() {
        return new Origin(
                UUID.randomUUID().toString(),
                Texts.cut(System.getProperty("user.name", ""), LONGEST),
                Texts.cut(Texts.orEmpty(System.getenv("HOSTNAME")) + "#" + ProcessHandle.current().pid(), LONGEST));
    }
}
