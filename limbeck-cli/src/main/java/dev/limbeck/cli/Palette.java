// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.util.List;
import java.util.Map;

/** The colours of one stream, as git's are; none where the stream is no terminal. */
final class Palette {
    static final Palette PLAIN = new Palette(false);

    private static final String END = "\u001b[0m";
    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final List<String> LANES = List.of(RED, GREEN, YELLOW, "34", "35", "36");

    private static final String DONE = "done";

    private final boolean coloured;

    private Palette(boolean coloured) {
        this.coloured = coloured;
    }

    /** When there are colours. */
    enum When {
        ALWAYS,
        AUTO,
        NEVER
    }

    /** What was asked for; left to itself it colours a terminal, unless the environment speaks against it. */
    static Palette of(When when, boolean terminal, Map<String, String> environment) {
        boolean welcome = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Palette(when == When.ALWAYS || (when == When.AUTO && terminal && welcome));
    }

    String id(String text) {
        return paint(YELLOW, text);
    }

    String head(String text) {
        return paint("1;33", text);
    }

    String label(String text) {
        return paint("1;32", text);
    }

    String current(String text) {
        return paint("1;36", text);
    }

    String failure(String text) {
        return paint("1;31", text);
    }

    String warning(String text) {
        return paint(YELLOW, text);
    }

    /** A line with the word that says how it went, if it ends with one. */
    String status(String line) {
        return line.endsWith(DONE) ? line.substring(0, line.length() - DONE.length()) + paint(GREEN, DONE) : line;
    }

    /** A line of a comparison, coloured by its first character. */
    String difference(String line) {
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> paint(GREEN, line);
            case '-' -> paint(RED, line);
            default -> line;
        };
    }

    /** A part of a graph; lanes of one number have one colour. */
    String lane(int number, String text) {
        return paint(LANES.get(number % LANES.size()), text);
    }

    private String paint(String code, String text) {
        return coloured && !text.isEmpty() ? "\u001b[" + code + "m" + text + END : text;
    }
}
