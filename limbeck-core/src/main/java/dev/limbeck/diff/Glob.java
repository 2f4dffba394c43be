// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import java.util.regex.Pattern;

/**
 * A pattern of names: {@code *} stands for any letters, {@code ?} for one, and case does not matter. With a dot in it,
 * it is for the name with what that belongs to, {@code table.column} for instance.
 */
record Glob(String text, Pattern pattern) {

    static Glob of(String text) {
        StringBuilder regex = new StringBuilder();
        for (char c : text.strip().toCharArray()) {
            regex.append(
                    switch (c) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(c));
                    });
        }
        return new Glob(text.strip(), Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE));
    }

    /** Whether it is a pattern of this name, in what it belongs to; an owner may have one, too. */
    boolean matches(String owner, String name) {
        if (!text.contains(".")) {
            return pattern.matcher(name).matches();
        }
        String full = owner + "." + name;
        int inner = owner.indexOf('.');
        return pattern.matcher(full).matches()
                || (inner >= 0 && pattern.matcher(full.substring(inner + 1)).matches());
    }
}
