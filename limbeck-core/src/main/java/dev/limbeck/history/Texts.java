// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.history;

import org.jspecify.annotations.Nullable;

/** Texts as columns of Limbeck's own tables take them. */
public final class Texts {
    private Texts() {}

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** PostgreSQL takes no character 0 in a text. */
    static String storable(String text) {
        return text.replace('\0', '\ufffd');
    }

    /** At most so many characters of a text; none is cut in two. */
    public static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
