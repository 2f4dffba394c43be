// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

/** The text of SQL expressions. */
public final class Expressions {
    private Expressions() {}

    /** An expression without the parentheses that enclose all of it. */
    public static String bare(String expression) {
        String text = expression.strip();
        while (text.startsWith("(") && closing(text) == text.length() - 1) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }

    /** Where the parenthesis closes that opens at the start. */
    private static int closing(String text) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (quote != 0) {
                // A doubled quote closes and opens again.
                quote = character == quote ? 0 : quote;
            } else if (character == '\'' || character == '"' || character == '`') {
                quote = character;
            } else if (character == '(') {
                depth++;
            } else if (character == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
