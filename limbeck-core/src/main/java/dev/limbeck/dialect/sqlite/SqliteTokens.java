// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.util.ArrayList;
import java.util.List;

/** The words of one stored statement, read from first to last. */
final class SqliteTokens {
    private final String sql;
    private final List<SqliteToken> tokens;
    private int position;

    SqliteTokens(String sql) {
        this.sql = sql;
        this.tokens = SqliteToken.read(sql);
    }

    String sql() {
        return sql;
    }

    /** Where the next word begins. */
    int start() {
        return atEnd() ? sql.length() : tokens.get(position).start();
    }

    /** Where the last word that was read ends. */
    int end() {
        return tokens.get(position - 1).end();
    }

    boolean atEnd() {
        return position == tokens.size();
    }

    /** Whether these key words or symbols come next. */
    boolean at(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (position + i >= tokens.size() || !tokens.get(position + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean accept(String... words) {
        boolean there = at(words);
        position += there ? words.length : 0;
        return there;
    }

    void expect(String... words) {
        if (!accept(words)) {
            throw unexpected(String.join(" ", words));
        }
    }

    SqliteToken next() {
        if (atEnd()) {
            throw unexpected("more");
        }
        return tokens.get(position++);
    }

    /** A name: plain, quoted in any of SQLite's ways, or a text that stands for one. */
    String name() {
        SqliteToken token = next();
        if (!token.isIdentifier() && token.kind() != SqliteToken.Kind.STRING) {
            position--;
            throw unexpected("a name");
        }
        return token.value();
    }

    /** What stands within the parentheses that open here. */
    List<SqliteToken> parenthesized() {
        if (!at("(")) {
            throw unexpected("(");
        }
        int close = SqliteToken.closing(tokens, position);
        if (close == tokens.size()) {
            throw unexpected(")");
        }
        List<SqliteToken> inner = tokens.subList(position + 1, close);
        position = close + 1;
        return inner;
    }

    /** The items of the list in parentheses that opens here. */
    List<List<SqliteToken>> items() {
        List<List<SqliteToken>> items = new ArrayList<>();
        List<SqliteToken> inner = parenthesized();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < inner.size(); i++) {
            SqliteToken token = inner.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is(",")) {
                items.add(inner.subList(start, i));
                start = i + 1;
            }
        }
        items.add(inner.subList(start, inner.size()));
        return items;
    }

    /** The words of the parentheses that open here, themselves among them. */
    List<SqliteToken> withParentheses() {
        int from = position;
        parenthesized();
        return tokens.subList(from, position);
    }

    /** Everything that is left. */
    List<SqliteToken> rest() {
        List<SqliteToken> rest = tokens.subList(position, tokens.size());
        position = tokens.size();
        return rest;
    }

    MigrationException unexpected(String wanted) {
        String found = atEnd() ? "the end" : "\"" + tokens.get(position).text() + "\"";
        return new MigrationException(
                ErrorCode.DATABASE_FAILED,
                "Cannot read a definition that SQLite keeps: " + wanted + " should stand where " + found
                        + " stands, in:\n" + sql + "\nPlease report it with this text.");
    }
}
