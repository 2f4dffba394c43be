// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import java.util.Collection;
import java.util.function.BiConsumer;

/** Puts a statement together from words, names and lists, with one space between them. */
public final class SqlWriter {
    private static final String INDENT = "    ";

    private final StringBuilder sql = new StringBuilder();

    /** Adds text after one space. */
    public SqlWriter word(String text) {
        if (!sql.isEmpty() && !endsWith(' ') && !endsWith('(') && !endsWith('\n')) {
            sql.append(' ');
        }
        sql.append(text);
        return this;
    }

    public SqlWriter wordIf(boolean condition, String text) {
        return condition ? word(text) : this;
    }

    /** Adds text as it is, without a space before it. */
    public SqlWriter raw(String text) {
        sql.append(text);
        return this;
    }

    /** Adds a list in parentheses on one line. */
    public <T> SqlWriter parens(Collection<T> items, BiConsumer<SqlWriter, T> each) {
        word("(");
        boolean first = true;
        for (T item : items) {
            if (!first) {
                sql.append(", ");
            }
            each.accept(this, item);
            first = false;
        }
        return raw(")");
    }

    /** Adds a list in parentheses with each item on a line of its own. */
    public <T> SqlWriter lines(Collection<T> items, BiConsumer<SqlWriter, T> each) {
        word("(");
        boolean first = true;
        for (T item : items) {
            sql.append(first ? "\n" : ",\n").append(INDENT);
            SqlWriter line = new SqlWriter();
            each.accept(line, item);
            sql.append(line);
            first = false;
        }
        return raw("\n)");
    }

    public Statement statement() {
        return Statement.of(sql.toString());
    }

    private boolean endsWith(char character) {
        return sql.charAt(sql.length() - 1) == character;
    }

    @Override
    public String toString() {
        return sql.toString();
    }
}
