// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A type with the defaults that its columns may have, in a database's own words.
 *
 * @param other a type that takes the same defaults, and that values can be converted to and back; empty for none
 */
record Kind(String type, String other, List<String> defaults) {

    /** Reads lines of {@code type | other type | default ; default}. */
    static List<Kind> parse(String lines) {
        return lines.lines().filter(line -> !line.isBlank()).map(Kind::read).toList();
    }

    private static Kind read(String line) {
        String[] parts = line.split("(?<!\\|)\\|(?!\\|)", -1);
        List<String> defaults = Stream.of(parts[2].split(" ; "))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        return new Kind(parts[0].strip(), parts[1].strip(), defaults);
    }

    /** A column of this type for each default, none among them, that may be null or may not. */
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (int i = -1; i < defaults.size(); i++) {
            for (boolean nullable : new boolean[] {true, false}) {
                cells.add(new Cell("c" + cells.size(), this, type, i < 0 ? "" : defaults.get(i), nullable, ""));
            }
        }
        return cells;
    }
}
