// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.util.ArrayList;
import java.util.List;

/** Cuts Java source into tokens, just well enough to find an annotation outside of comments and strings. */
final class JavaScanner {
    private static final String TEXT_BLOCK = "\"\"\"";

    private final String text;
    private final List<JavaToken> tokens = new ArrayList<>();
    private int position;
    private int line = 1;

    private JavaScanner(String text) {
        this.text = text;
    }

    static List<JavaToken> scan(String text) {
        JavaScanner scanner = new JavaScanner(text);
        while (scanner.position < text.length()) {
            scanner.next();
        }
        return scanner.tokens;
    }

    private void next() {
        char first = text.charAt(position);
        if (text.startsWith("//", position)) {
            skipTo(indexOf("\n", position));
        } else if (text.startsWith("/*", position)) {
            comment();
        } else if (text.startsWith(TEXT_BLOCK, position)) {
            textBlock();
        } else if (first == '"') {
            string();
        } else if (first == '\'') {
            take(JavaToken.Kind.OTHER, endOfQuoted('\''));
        } else if (Character.isJavaIdentifierStart(first)) {
            take(JavaToken.Kind.WORD, endOfWord());
        } else if (Character.isWhitespace(first)) {
            skipTo(position + 1);
        } else {
            take(Character.isDigit(first) ? JavaToken.Kind.OTHER : JavaToken.Kind.SYMBOL, position + 1);
        }
    }

    private void comment() {
        int end = text.indexOf("*/", position + 2);
        int stop = end < 0 ? text.length() : end + 2;
        if (text.startsWith("/**", position) && end > position + 2) {
            add(JavaToken.Kind.JAVADOC, text.substring(position + 3, end), stop);
        }
        skipTo(stop);
    }

    private void string() {
        int end = endOfQuoted('"');
        String raw = text.substring(position + 1, Math.max(position + 1, end - 1));
        add(JavaToken.Kind.STRING, unescape(raw), end);
        skipTo(end);
    }

    private void textBlock() {
        int end = position + TEXT_BLOCK.length();
        while (end < text.length() && !text.startsWith(TEXT_BLOCK, end)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        int close = Math.min(end, text.length());
        int stop = Math.min(close + TEXT_BLOCK.length(), text.length());
        String inside = text.substring(position, close);
        int newline = inside.indexOf('\n');
        String content = newline < 0 ? "" : inside.substring(newline + 1);
        add(JavaToken.Kind.STRING, unescape(content.stripIndent()), stop);
        skipTo(stop);
    }

    private String unescape(String raw) {
        try {
            return raw.translateEscapes();
        } catch (IllegalArgumentException unknownEscape) {
            // A unicode escape of the source, for one. Only a header's strings matter, and those are plain; any other
            // string is not looked at, so it may stay as it is.
            return raw;
        }
    }

    /** The end of a quoted text that ends on its line at the latest. */
    private int endOfQuoted(char quote) {
        int end = position + 1;
        while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, text.length());
    }

    private int endOfWord() {
        int end = position + 1;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void take(JavaToken.Kind kind, int end) {
        add(kind, text.substring(position, end), end);
        skipTo(end);
    }

    private void add(JavaToken.Kind kind, String value, int end) {
        tokens.add(new JavaToken(kind, value, line, position, end));
    }

    private int indexOf(String wanted, int from) {
        int index = text.indexOf(wanted, from);
        return index < 0 ? text.length() : index;
    }

    private void skipTo(int end) {
        for (; position < end; position++) {
            if (text.charAt(position) == '\n') {
                line++;
            }
        }
    }
}
