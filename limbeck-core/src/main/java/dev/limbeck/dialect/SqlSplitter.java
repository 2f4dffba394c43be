// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits a script into its statements, without understanding them. Comments and blank space around a statement are not
 * part of it; comments within it are. A quote that is never closed makes the rest of the script one statement, which
 * the database then refuses.
 */
public final class SqlSplitter {

    /** What a database's SQL has beyond {@code 'text'}, {@code "name"}, {@code -- comment} and {@code /* comment *}{@code /}. */
    public enum Option {
        /** {@code $$ text $$} and {@code $tag$ text $tag$}. */
        DOLLAR_QUOTES,
        /** A comment within a comment. */
        NESTED_COMMENTS,
        /** A backslash in a quoted text takes the next character as it is. */
        BACKSLASH_ESCAPES,
        /** The same, but only in {@code E'text'}. */
        E_STRINGS,
        /** {@code `name`}. */
        BACKTICK_QUOTES,
        /** {@code [name]}. */
        BRACKET_QUOTES,
        /** {@code # comment}; {@code --} is one only before a blank; {@code /*! sql *}{@code /} is none. */
        HASH_COMMENTS,
        /** {@code create trigger … begin … end}, and the same of functions, procedures and events. */
        BEGIN_END,
        /** Lines such as {@code DELIMITER //}. */
        DELIMITER_LINES
    }

    private static final String DELIMITER_WORD = "delimiter";
    private static final String BLANKS = " \t\n\f\r\013";

    private final String text;
    private final Set<Option> options;
    private final List<ScriptStatement> statements = new ArrayList<>();
    private String delimiter = ";";
    private int counted;
    private int line = 1;

    private SqlSplitter(String text, Set<Option> options) {
        this.text = text;
        this.options = options;
    }

    public static List<ScriptStatement> split(String text, Set<Option> options) {
        SqlSplitter splitter = new SqlSplitter(text, options);
        int position = 0;
        while (position < text.length()) {
            position = splitter.statement(position);
        }
        return List.copyOf(splitter.statements);
    }

    /** Takes one statement, or one line that sets the delimiter; gives the position behind it. */
    private int statement(int from) {
        SqlLexer lexer = new SqlLexer(text, options, delimiter);
        RoutineBody body = new RoutineBody();
        int start = -1;
        int end = -1;
        int position = from;
        while (position < text.length()) {
            SqlLexer.Token token = lexer.next(position);
            position = token.end();
            if (token.isSpace()) {
                continue;
            }
            if (token.kind() == SqlLexer.Kind.DELIMITER && !isInside(body)) {
                break;
            }
            if (start < 0) {
                if (setsDelimiter(token)) {
                    return endOfDelimiterLine(token);
                }
                start = token.start();
            }
            end = token.end();
            body.take(token.kind(), text.substring(token.start(), token.end()));
        }
        if (start >= 0) {
            statements.add(new ScriptStatement(text.substring(start, end), lineOf(start)));
        }
        return position;
    }

    /** A delimiter that the script chose ends a statement wherever it stands. */
    private boolean isInside(RoutineBody body) {
        return delimiter.equals(";")
                && (body.inParentheses() || (options.contains(Option.BEGIN_END) && body.inBlock()));
    }

    /** The client takes the word for its command only where a blank follows it. */
    private boolean setsDelimiter(SqlLexer.Token token) {
        boolean standsAlone = token.end() == text.length() || BLANKS.indexOf(text.charAt(token.end())) >= 0;
        return options.contains(Option.DELIMITER_LINES)
                && token.kind() == SqlLexer.Kind.WORD
                && standsAlone
                && text.substring(token.start(), token.end())
                        .toLowerCase(Locale.ROOT)
                        .equals(DELIMITER_WORD);
    }

    private int endOfDelimiterLine(SqlLexer.Token word) {
        int end = text.indexOf('\n', word.end());
        int endOfLine = end < 0 ? text.length() : end;
        String chosen = text.substring(word.end(), endOfLine).strip().split("\\s", 2)[0];
        delimiter = chosen.isEmpty() ? ";" : chosen;
        return endOfLine;
    }

    private int lineOf(int position) {
        while (counted < position) {
            if (text.charAt(counted) == '\n') {
                line++;
            }
            counted++;
        }
        return line;
    }
}
