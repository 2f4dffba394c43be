// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import java.util.Set;

/** Cuts SQL into tokens, just as far as needed to see where a statement ends. */
final class SqlLexer {

    /** What a token is; a symbol is a single character. */
    enum Kind {
        BLANK,
        COMMENT,
        WORD,
        QUOTED,
        SYMBOL,
        DELIMITER
    }

    /** A piece of the text. */
    record Token(Kind kind, int start, int end) {
        boolean isSpace() {
            return kind == Kind.BLANK || kind == Kind.COMMENT;
        }
    }

    private final String text;
    private final Set<SqlSplitter.Option> options;
    private final String delimiter;

    SqlLexer(String text, Set<SqlSplitter.Option> options, String delimiter) {
        this.text = text;
        this.options = options;
        this.delimiter = delimiter;
    }

    /** The token that starts here; there is one before the end of the text. */
    Token next(int start) {
        if (text.startsWith(delimiter, start)) {
            return new Token(Kind.DELIMITER, start, start + delimiter.length());
        }
        char first = text.charAt(start);
        if (Character.isWhitespace(first)) {
            return new Token(Kind.BLANK, start, start + 1);
        }
        int comment = endOfComment(start);
        if (comment > start) {
            return new Token(Kind.COMMENT, start, comment);
        }
        int quoted = endOfQuoted(start, first);
        if (quoted > start) {
            return new Token(Kind.QUOTED, start, quoted);
        }
        if (isWordCharacter(first)) {
            return new Token(Kind.WORD, start, endOfWord(start));
        }
        return new Token(Kind.SYMBOL, start, start + 1);
    }

    private boolean has(SqlSplitter.Option option) {
        return options.contains(option);
    }

    /** The end of the comment that starts here, or -1. */
    private int endOfComment(int start) {
        boolean hashes = has(SqlSplitter.Option.HASH_COMMENTS);
        if (text.startsWith("--", start) && (!hashes || isBlankAt(start + 2))) {
            return endOfLine(start);
        }
        if (hashes && text.charAt(start) == '#') {
            return endOfLine(start);
        }
        if (!text.startsWith("/*", start)
                || (hashes && (text.startsWith("!", start + 2) || text.startsWith("M!", start + 2)))) {
            return -1;
        }
        return endOfBlockComment(start);
    }

    private int endOfBlockComment(int start) {
        int depth = 1;
        int position = start + 2;
        while (position < text.length()) {
            if (text.startsWith("*/", position)) {
                position += 2;
                if (--depth == 0) {
                    return position;
                }
            } else if (has(SqlSplitter.Option.NESTED_COMMENTS) && text.startsWith("/*", position)) {
                position += 2;
                depth++;
            } else {
                position++;
            }
        }
        return position;
    }

    /** The end of the quoted text that starts here, or -1. A doubled quote makes two of them, side by side. */
    private int endOfQuoted(int start, char first) {
        boolean backslash = has(SqlSplitter.Option.BACKSLASH_ESCAPES);
        if (first == '\'' || first == '"') {
            return endOfQuote(start + 1, first, backslash);
        }
        if (first == '`' && has(SqlSplitter.Option.BACKTICK_QUOTES)) {
            return endOfQuote(start + 1, '`', false);
        }
        if (first == '[' && has(SqlSplitter.Option.BRACKET_QUOTES)) {
            return endOfQuote(start + 1, ']', false);
        }
        if ((first == 'e' || first == 'E') && has(SqlSplitter.Option.E_STRINGS) && text.startsWith("'", start + 1)) {
            return endOfEscapeString(start + 2);
        }
        if (first == '$' && has(SqlSplitter.Option.DOLLAR_QUOTES)) {
            return endOfDollarQuote(start);
        }
        return -1;
    }

    private int endOfQuote(int from, char close, boolean backslash) {
        int position = from;
        while (position < text.length()) {
            char character = text.charAt(position);
            if (character == close) {
                return position + 1;
            }
            position += backslash && character == '\\' ? 2 : 1;
        }
        return text.length();
    }

    /** Doubled quotes stay within the one string, because what follows them is escaped as well. */
    private int endOfEscapeString(int from) {
        int end = endOfQuote(from, '\'', true);
        while (text.startsWith("'", end)) {
            end = endOfQuote(end + 1, '\'', true);
        }
        return end;
    }

    private int endOfDollarQuote(int start) {
        int tagEnd = start + 1;
        while (tagEnd < text.length() && isTagCharacter(text.charAt(tagEnd), tagEnd == start + 1)) {
            tagEnd++;
        }
        if (!text.startsWith("$", tagEnd)) {
            return -1;
        }
        String tag = text.substring(start, tagEnd + 1);
        int close = text.indexOf(tag, tagEnd + 1);
        return close < 0 ? text.length() : close + tag.length();
    }

    private int endOfWord(int start) {
        int position = start + 1;
        while (position < text.length()
                && (isWordCharacter(text.charAt(position)) || text.charAt(position) == '$')
                && !text.startsWith(delimiter, position)) {
            position++;
        }
        return position;
    }

    private int endOfLine(int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private boolean isBlankAt(int position) {
        return position >= text.length() || Character.isWhitespace(text.charAt(position));
    }

    private static boolean isWordCharacter(char character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }

    private static boolean isTagCharacter(char character, boolean first) {
        return first ? Character.isLetter(character) || character == '_' : isWordCharacter(character);
    }
}
