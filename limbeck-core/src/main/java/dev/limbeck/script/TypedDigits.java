// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.util.stream.IntStream;

/**
 * Tells digits that a person, or a program that imitates one, made up: {@code a1b2c3d4e5f6}, {@code 123456789abc},
 * {@code 000000000001}. Chance makes one like that in some millions.
 */
final class TypedDigits {
    private static final int FEW_DIFFERENT = 3;
    private static final int LONGEST_PERIOD = 6;
    private static final int MOST_STEPS_OUT_OF_LINE = 2;

    private TypedDigits() {}

    static boolean areIn(String hex) {
        return hex.chars().distinct().count() <= FEW_DIFFERENT || repeats(hex) || counts(hex, 1) || countsInTurns(hex);
    }

    private static boolean repeats(String hex) {
        return IntStream.rangeClosed(1, LONGEST_PERIOD)
                .anyMatch(period -> hex.substring(period).equals(hex.substring(0, hex.length() - period)));
    }

    /** Whether nearly every digit is one more, or one less, than the one so many places before it. */
    private static boolean counts(String hex, int distance) {
        return steps(hex, distance, 1) + MOST_STEPS_OUT_OF_LINE >= hex.length() - distance
                || steps(hex, distance, -1) + MOST_STEPS_OUT_OF_LINE >= hex.length() - distance;
    }

    /** Letters and digits in turns, each of the two counting on. */
    private static boolean countsInTurns(String hex) {
        return hex.matches("([a-f][0-9])*|([0-9][a-f])*") && counts(hex, 2);
    }

    private static long steps(String hex, int distance, int by) {
        return IntStream.range(distance, hex.length())
                .filter(i -> Character.digit(hex.charAt(i), 16) - Character.digit(hex.charAt(i - distance), 16) == by)
                .count();
    }
}
