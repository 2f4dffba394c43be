// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a statement of SQL takes away, as far as that shows without understanding it: dropped and emptied tables, dropped
 * columns, changed types. What a function or a block of code does is not seen.
 */
public final class SqlLoss {
    private static final Set<String> NO_COLUMN = Set.of(
            "constraint",
            "index",
            "key",
            "foreign",
            "primary",
            "check",
            "partition",
            "default",
            "not",
            "expression",
            "identity",
            "statistics",
            "period",
            "system");
    private static final Set<String> NOT_A_NAME =
            Set.of("table", "only", "if", "exists", "concurrently", "not", "column");

    private final List<String> tokens;
    private final List<Lost> lost = new ArrayList<>();
    private int at;

    /** What becomes of that which is lost. */
    public enum Kind {
        /** The rows of a table. */
        ROWS,
        /** The values of a column. */
        VALUES,
        /** Those values of a column that its new type does not take. */
        NARROWED,
        /** All that is in a schema or database. */
        EVERYTHING
    }

    /**
     * Something that goes.
     *
     * @param name of the table, or of the schema, as the statement writes it
     * @param column null where more than a column goes
     * @param type the new one of a column that changes
     */
    public record Lost(
            Kind kind,
            String name,
            @Nullable String column,
            @Nullable String type) {}

    private SqlLoss(String statement) {
        SqlLexer lexer = new SqlLexer(statement, Statement.QUOTES, ";");
        List<String> read = new ArrayList<>();
        for (int start = 0; start < statement.length(); ) {
            SqlLexer.Token token = lexer.next(start);
            start = token.end();
            if (!token.isSpace()) {
                read.add(statement.substring(token.start(), token.end()));
            }
        }
        this.tokens = List.copyOf(read);
    }

    /** What the statements of a text take away, in their order. */
    public static List<Lost> of(Dialect dialect, String sql) {
        List<Lost> all = new ArrayList<>();
        dialect.split(sql).forEach(statement -> all.addAll(new SqlLoss(statement.sql()).find()));
        return List.copyOf(all);
    }

    /** The table that a statement creates, as it writes it; null if it creates none. */
    public static @Nullable String createdTable(String sql) {
        SqlLoss statement = new SqlLoss(sql);
        if (!statement.is(0, "create")) {
            return null;
        }
        int table = 1;
        while (table < 4 && !statement.is(table, "table")) {
            table++;
        }
        statement.at = table + 1;
        return statement.is(table, "table") ? statement.name() : null;
    }

    private List<Lost> find() {
        String first = word(0);
        if (first.equals("drop")) {
            ofDrop();
        } else if (first.equals("truncate")) {
            at = 1;
            names(Kind.ROWS);
        } else if (first.equals("delete")) {
            at = is(1, "from") ? 2 : 1;
            String table = name();
            if (!has("where")) {
                lost.add(new Lost(Kind.ROWS, table, null, null));
            }
        } else if (first.equals("alter") && (is(1, "table") || is(2, "table"))) {
            at = is(1, "table") ? 2 : 3;
            ofAlterTable(name());
        }
        return lost;
    }

    private void ofDrop() {
        at = 2;
        if (is(1, "table")) {
            names(Kind.ROWS);
        } else if (is(1, "schema") || is(1, "database")) {
            names(Kind.EVERYTHING);
        }
    }

    private void names(Kind kind) {
        do {
            lost.add(new Lost(kind, name(), null, null));
        } while (is(at++, ","));
    }

    /** The name that starts here, dots and all. */
    private String name() {
        while (NOT_A_NAME.contains(word(at))) {
            at++;
        }
        StringBuilder name = new StringBuilder(raw(at++));
        while (is(at, ".")) {
            name.append('.').append(raw(at + 1));
            at += 2;
        }
        return name.toString();
    }

    private void ofAlterTable(String table) {
        int depth = 0;
        for (boolean starts = true; at < tokens.size(); at++) {
            if (starts) {
                action(table);
            }
            depth += is(at, "(") ? 1 : is(at, ")") ? -1 : 0;
            starts = depth == 0 && is(at, ",");
        }
    }

    private void action(String table) {
        String verb = word(at);
        boolean column = is(at + 1, "column");
        int next = at + (column ? 2 : 1);
        if (is(next, "if")) {
            next += is(next + 1, "not") ? 3 : 2;
        }
        if (verb.equals("drop") && (column || !NO_COLUMN.contains(word(next)))) {
            lost.add(new Lost(Kind.VALUES, table, raw(next), null));
        } else if ((verb.equals("drop") || verb.equals("truncate")) && is(at + 1, "partition")) {
            lost.add(new Lost(Kind.ROWS, table, null, null));
        } else if (verb.equals("modify") || verb.equals("change")) {
            int type = next + (verb.equals("change") ? 2 : 1);
            lost.add(new Lost(Kind.NARROWED, table, raw(next), type(type)));
        } else if (verb.equals("alter") && (is(next + 1, "type") || is(next + 1, "set") && is(next + 2, "data"))) {
            lost.add(new Lost(Kind.NARROWED, table, raw(next), type(next + (is(next + 1, "type") ? 2 : 4))));
        }
    }

    /** The words of a type, and what it has in parentheses. */
    private String type(int from) {
        StringBuilder type = new StringBuilder(raw(from));
        int next = from + 1;
        while (is(next, "varying") || is(next, "precision")) {
            type.append(' ').append(raw(next++));
        }
        if (is(next, "(")) {
            while (next < tokens.size() && !is(next - 1, ")")) {
                type.append(raw(next++));
            }
        }
        return type.toString();
    }

    private boolean has(String word) {
        return tokens.stream().anyMatch(token -> token.equalsIgnoreCase(word));
    }

    private boolean is(int index, String word) {
        return word(index).equals(word);
    }

    private String word(int index) {
        return raw(index).toLowerCase(Locale.ROOT);
    }

    private String raw(int index) {
        return index < tokens.size() ? tokens.get(index) : "";
    }
}
