// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place as typed: {@code [branch@][symbol][+N|-N]}.
 *
 * @param text the whole of it
 * @param branch the part before the {@code @}, if there is one
 * @param symbol an id, prefix, label or word; empty in a target that counts from where one stands
 * @param delta the steps with their sign, as typed; empty where there are none
 */
record Target(String text, @Nullable String branch, String symbol, String delta) {
    private static final Pattern RELATIVE = Pattern.compile("(.*)([+-]\\d+)");
    private static final Pattern STEPS_IN_FRONT = Pattern.compile(".*[+-](\\d.*)?");
    private static final int LONGEST_DELTA = 7;

    /** A label, an {@code @}, an id and some steps have room in it. */
    private static final int LONGEST = 200;

    static Target parse(String typed, Names names) {
        String text = legible(typed.strip());
        int at = text.indexOf('@');
        String branch = at < 0 ? null : text.substring(0, at);
        String place = text.substring(at + 1);
        check(text, branch, place);
        Matcher relative = RELATIVE.matcher(place);
        if (names.contains(place) || !relative.matches()) {
            return absolute(text, branch, place, names);
        }
        return relative(text, branch, relative.group(1), relative.group(2));
    }

    /** Refuses what would not fit on a line of a message; no name that a history may have is among it. */
    private static String legible(String text) {
        if (text.length() > LONGEST) {
            throw bad(Words.shown(text), "it has " + text.length() + " characters, and no name is that long");
        }
        if (text.codePoints().anyMatch(Words::isControl)) {
            throw bad(Words.shown(text), "there is a control character in it");
        }
        return text;
    }

    private static void check(String text, @Nullable String branch, String place) {
        if (text.isEmpty()) {
            throw bad(text, "it is empty");
        }
        if (text.contains(":")) {
            throw new MigrationException(
                    ErrorCode.BAD_TARGET,
                    "Range revision not allowed: '" + text
                            + "'. A range START:END is for history -r and for --sql; name the one place to go to.");
        }
        if (place.contains("@")) {
            throw bad(text, "there is more than one @ in it");
        }
        if (place.isEmpty()) {
            throw bad(text, "nothing stands after the @");
        }
        if (branch != null && (branch.isEmpty() || Words.PLACES.contains(branch))) {
            throw bad(text, "before the @ goes a branch label or a revision of the branch");
        }
    }

    private static Target absolute(String text, @Nullable String branch, String place, Names names) {
        boolean known = names.all().stream().anyMatch(name -> name.startsWith(place));
        if (!known && (place.contains("+") || STEPS_IN_FRONT.matcher(place).matches())) {
            throw bad(text, "a + or - goes before a number that ends the target, as in head-2");
        }
        return new Target(text, branch, place, "");
    }

    private static Target relative(String text, @Nullable String branch, String symbol, String delta) {
        if (symbol.contains("+") || symbol.endsWith("-")) {
            throw bad(text, "only one + or - with a number is understood");
        }
        if (delta.length() > LONGEST_DELTA) {
            throw bad(text, "no history has that many revisions");
        }
        return new Target(text, branch, symbol, delta);
    }

    private static MigrationException bad(String text, String why) {
        return new MigrationException(
                ErrorCode.BAD_TARGET,
                "Can't read the target '" + text + "': " + why + ". Write a revision id or the start of one, a branch"
                        + " label, head, heads, base, +N, -N, or a combination such as label@head or head-2.");
    }

    boolean isRelative() {
        return !delta.isEmpty();
    }

    /** Whether it counts from where one stands and not from a place it names. */
    boolean isRelativeToHere() {
        return isRelative() && symbol.isEmpty();
    }

    /** The steps, negative ones go down; 0 in an absolute target. */
    int steps() {
        return delta.isEmpty() ? 0 : Integer.parseInt(delta);
    }

    /** The failure of a target whose steps lead out of the history, or the wrong way. */
    MigrationException tooFar(String why) {
        return new MigrationException(
                ErrorCode.REVISION_NOT_REACHABLE,
                "Relative revision " + delta + " didn't produce " + Math.abs(steps()) + " migrations: " + why);
    }

    /** The failure of a target that makes no sense where it was given. */
    MigrationException misplaced(String why) {
        return bad(text, why);
    }
}
