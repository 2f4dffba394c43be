// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

/**
 * A token of Java source.
 *
 * @param text for a string literal its value, otherwise the source
 */
record JavaToken(Kind kind, String text, int line) {

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
