// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of SQL. Spaces and comments are none.
 *
 * @param text as it is written
 * @param value the name or the text that a quoted word stands for; the same as {@code text} for any other
 * @param spaced whether something stood between it and the word before it
 * @param start where it stands
 */
record SqliteToken(Kind kind, String text, String value, boolean spaced, int start) {

    enum Kind {
        WORD,
        QUOTED,
        STRING,
        NUMBER,
        BLOB,
        SYMBOL,
        SPACE
    }

    /** The alternatives are tried in this order; an unclosed comment reaches to the end, as SQLite reads it. */
    private static final Pattern TOKEN = Pattern.compile("""
            (?<space>\\s+|--[^\\n]*|/\\*.*?(?:\\*/|\\z))
            |(?<string>'[^']*+(?:''[^']*+)*+')
            |(?<quoted>"[^"]*+(?:""[^"]*+)*+"|`[^`]*+(?:``[^`]*+)*+`|\\[[^\\]]*\\])
            |(?<blob>[xX]'[^']*')
            |(?<number>0[xX][0-9a-fA-F_]+|(?:[0-9][0-9_]*(?:\\.[0-9_]*)?|\\.[0-9][0-9_]*)(?:[eE][+-]?[0-9_]+)?)
            |(?<word>[A-Za-z_\\x{80}-\\x{10FFFF}][A-Za-z0-9_$\\x{80}-\\x{10FFFF}]*)
            |(?<symbol>.)""", Pattern.COMMENTS | Pattern.DOTALL);

    static List<SqliteToken> read(String sql) {
        List<SqliteToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        boolean spaced = false;
        while (matcher.find()) {
            Kind kind = kind(matcher);
            if (kind == Kind.SPACE) {
                spaced = true;
            } else {
                tokens.add(
                        new SqliteToken(kind, matcher.group(), value(kind, matcher.group()), spaced, matcher.start()));
                spaced = false;
            }
        }
        return tokens;
    }

    private static Kind kind(Matcher matcher) {
        for (Kind kind : Kind.values()) {
            if (matcher.group(kind.name().toLowerCase(Locale.ROOT)) != null) {
                return kind;
            }
        }
        throw new AssertionError(matcher.group());
    }

    private static String value(Kind kind, String text) {
        if (kind != Kind.QUOTED && kind != Kind.STRING) {
            return text;
        }
        String quote = text.substring(text.length() - 1);
        return text.substring(1, text.length() - 1).replace(quote + quote, quote);
    }

    /** The words as one text: without comments, and with one space where any stood. */
    static String join(List<SqliteToken> tokens) {
        StringBuilder text = new StringBuilder();
        for (SqliteToken token : tokens) {
            text.append(token.spaced && !text.isEmpty() ? " " : "").append(token.text);
        }
        return text.toString();
    }

    /** The words without the parentheses that enclose all of them. */
    static List<SqliteToken> unwrap(List<SqliteToken> tokens) {
        List<SqliteToken> inner = tokens;
        while (inner.size() > 2 && inner.get(0).is("(") && closing(inner, 0) == inner.size() - 1) {
            inner = inner.subList(1, inner.size() - 1);
        }
        return inner;
    }

    /** The place of the parenthesis that closes the one at a place; the number of words if none does. */
    static int closing(List<SqliteToken> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            if (tokens.get(i).is("(")) {
                depth++;
            } else if (tokens.get(i).is(")") && --depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    /** Where what follows it begins. */
    int end() {
        return start + text.length();
    }

    /** The same word, written in another way. */
    SqliteToken with(String newText, String newValue) {
        return new SqliteToken(kind, newText, newValue, spaced, start);
    }

    /** Whether it is this key word or symbol; a quoted word never is. */
    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }

    boolean isIdentifier() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    /** Whether it may name the given table or column. */
    boolean names(String name) {
        return isIdentifier() && value.equalsIgnoreCase(name);
    }
}
