// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody meant to write. */
public final class Spelling {
    private static final int SHORTEST = 3;
    private static final int LETTERS_PER_SLIP = 4;

    private Spelling() {}

    /** The candidate that differs least from the word, if it differs in less than half of its letters. */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> distance(word, candidate) * 2 <= Math.max(word.length(), candidate.length()));
    }

    /** The candidate nearest to the text, or whose beginning is, if no more than a letter in four is wrong. */
    public static Optional<String> nearestStart(String text, Collection<String> candidates) {
        int tolerated = text.length() == SHORTEST ? 1 : Math.min(SHORTEST, text.length() / LETTERS_PER_SLIP);
        return candidates.stream()
                .filter(candidate -> distanceOfStart(text, candidate) <= tolerated)
                .min(Comparator.comparingInt((String candidate) -> distanceOfStart(text, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distanceOfStart(String text, String candidate) {
        String start = candidate.substring(0, Math.min(candidate.length(), text.length()));
        return Math.min(distance(text, candidate), distance(text, start));
    }

    /** The number of letters to insert, remove, replace or swap with their neighbour. */
    public static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int step(int[][] cost, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
