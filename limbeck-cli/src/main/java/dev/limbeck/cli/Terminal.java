// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.util.Map;

/**
 * Which streams of a process a person sits at.
 *
 * @param columns how many characters fit on a line of it
 */
public record Terminal(boolean in, boolean out, boolean err, int columns) {
    private static final int USUAL_COLUMNS = 80;

    /** No person at all: a pipe, a file, a test. */
    public static final Terminal NONE = new Terminal(false, false, false, USUAL_COLUMNS);

    /** As the start script says it in {@code terminal.in} and so on, because Java cannot ask of each stream. */
    static Terminal of(Map<String, String> systemProperties) {
        String columns = systemProperties.getOrDefault("terminal.columns", "");
        return new Terminal(
                Boolean.parseBoolean(systemProperties.get("terminal.in")),
                Boolean.parseBoolean(systemProperties.get("terminal.out")),
                Boolean.parseBoolean(systemProperties.get("terminal.err")),
                columns.matches("[1-9]\\d{0,3}") ? Integer.parseInt(columns) : USUAL_COLUMNS);
    }
}
