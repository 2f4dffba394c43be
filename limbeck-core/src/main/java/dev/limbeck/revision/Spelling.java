// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
final class Spelling {
    private static final int SHORTEST = 3;
    private static final int LETTERS_PER_SLIP = 4;

    private Spelling() {}

    /** The name nearest to the text, or whose beginning is, if no more than a letter in four is wrong. */
    static Optional<String> nearest(String text, Collection<String> names) {
        int allowed = Math.min(3, text.length() / LETTERS_PER_SLIP);
        int tolerated = text.length() == SHORTEST ? 1 : allowed;
        return names.stream()
                .filter(name -> distance(text, name) <= tolerated)
                .min(Comparator.<String>comparingInt(name -> distance(text, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String text, String name) {
        String start = name.substring(0, Math.min(name.length(), text.length()));
        return Math.min(edits(text, name), edits(text, start));
    }

    /** The insertions, deletions and replacements of a letter that make one of the other. */
    private static int edits(String text, String name) {
        int[] row = new int[name.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= text.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int same = diagonal + (text.charAt(line - 1) == name.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(same, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[name.length()];
    }
}
