// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

/**
 * A token of Java source.
 *
 * @param text for a string literal its value, for Javadoc what is between its ends, otherwise the source
 * @param start of the whole token in the source
 */
record JavaToken(Kind kind, String text, int line, int start, int end) {

    /** What a token is; comments that document nothing are no tokens. */
    enum Kind {
        WORD,
        STRING,
        JAVADOC,
        SYMBOL,
        OTHER
    }

    boolean is(String symbolOrWord) {
        return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(symbolOrWord);
    }
}
