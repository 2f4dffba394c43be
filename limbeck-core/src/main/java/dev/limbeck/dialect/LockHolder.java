// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who holds a lock.
 *
 * @param description who, from where and since when, to stand in parentheses
 * @param wayOut what can be done about it, in whole sentences
 */
public record LockHolder(String description, String wayOut) {
    private static final String UNKNOWN_HOST = "unknown-host";

    /** What is said of one who let go between two questions. */
    public static final LockHolder GONE = new LockHolder("it was released at this moment", "Run the command again.");

    /** A holder that is a session of a server. */
    public static LockHolder session(String description, String endSql) {
        return new LockHolder(
                description, "Wait for it to end, or end that session, which frees the lock at once: " + endSql);
    }

    /** This process as another one is told of it: the machine's name as its environment gives it, and the process's id. */
    public static String thisProcess(int maxLength) {
        String host = System.getenv("HOSTNAME");
        String process = "#" + ProcessHandle.current().pid();
        String name = host == null || host.isBlank() ? UNKNOWN_HOST : ascii(host);
        int room = Math.max(0, maxLength - process.length());
        // The end of a pod's name is what tells it from its siblings.
        return name.substring(Math.max(0, name.length() - room)) + process;
    }

    /** A moment to the second, as all say it: {@code 2026-11-21T21:20:00Z}. */
    public static String moment(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String ascii(String text) {
        return new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII)
                .replaceAll("[^\\w.-]", "_");
    }
}
