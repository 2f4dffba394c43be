// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.error.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How much one name looks like another that somebody made of it; 0 for not at all, 1 for the same. */
final class NameLikeness {
    /** From here on a name may be thought to be made of the other. */
    static final double ALIKE = 0.5;

    /** Words that say nothing of what a column is about. */
    private static final Set<String> COMMON = Set.of("id", "at", "on", "by", "is", "has", "no", "nr");

    private static final double SAME_WORDS = 0.95;
    private static final double WORD_MORE = 0.8;
    private static final double BEGINNING = 0.75;
    private static final double ABBREVIATION = 0.65;
    private static final double OTHER_NUMBER = 0.3;
    private static final double FEWEST_SHARED_LETTERS = 0.6;
    private static final int SHORTEST_ABBREVIATION = 3;

    private NameLikeness() {}

    static double of(String one, String other) {
        List<String> ones = words(one);
        List<String> others = words(other);
        List<String> shared = new ArrayList<>(ones);
        shared.retainAll(others);
        shared.forEach(ones::remove);
        shared.forEach(others::remove);
        if (ones.isEmpty() && others.isEmpty()) {
            return SAME_WORDS;
        }
        if (ones.isEmpty() || others.isEmpty()) {
            return COMMON.containsAll(shared) ? 0 : WORD_MORE;
        }
        return ofDifferent(String.join("", ones), String.join("", others));
    }

    private static List<String> words(String name) {
        String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        for (String word : spaced.split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static double ofDifferent(String one, String other) {
        if (withoutDigits(one).equals(withoutDigits(other))) {
            // address1 and address2 are neighbours, and neither is the other's new name.
            return OTHER_NUMBER;
        }
        String shorter = one.length() <= other.length() ? one : other;
        String longer = one.length() <= other.length() ? other : one;
        if (shorter.length() >= SHORTEST_ABBREVIATION && longer.startsWith(shorter)) {
            return BEGINNING;
        }
        if (abbreviates(shorter, longer)) {
            return ABBREVIATION;
        }
        double letters = 1 - (double) Spelling.distance(one, other) / longer.length();
        return letters < FEWEST_SHARED_LETTERS ? 0 : letters;
    }

    private static String withoutDigits(String text) {
        return text.replaceAll("\\d", "");
    }

    /** Whether the letters of the one stand in the other, in their order, from the first on. */
    private static boolean abbreviates(String shorter, String longer) {
        if (shorter.length() < SHORTEST_ABBREVIATION || shorter.charAt(0) != longer.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < longer.length() && at < shorter.length(); i++) {
            if (longer.charAt(i) == shorter.charAt(at)) {
                at++;
            }
        }
        return at == shorter.length();
    }
}
