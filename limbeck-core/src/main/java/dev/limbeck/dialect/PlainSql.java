// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells SQL that can only touch rows from SQL that may change a schema, as far as that shows without understanding it. */
public final class PlainSql {
    private static final Set<String> NO_SCHEMA = Set.of(
            "insert", "update", "delete", "merge", "replace", "truncate", "analyze", "grant", "revoke", "comment");
    private static final Set<String> QUERIES = Set.of("select", "with", "values", "table");
    private static final Set<String> TIME_LIMITS = Set.of("lock_timeout", "statement_timeout");

    /** Words and functions in front of a parenthesis that call nothing of the user's. */
    private static final Set<String> NOT_A_CALL = Set.of(
            "as",
            "in",
            "and",
            "or",
            "not",
            "on",
            "from",
            "where",
            "exists",
            "values",
            "select",
            "over",
            "by",
            "then",
            "else",
            "when",
            "case",
            "any",
            "all",
            "some",
            "union",
            "using",
            "join",
            "having",
            "filter",
            "insert",
            "set",
            "materialized",
            "returning",
            "between",
            "like",
            "is",
            "distinct",
            "count",
            "sum",
            "min",
            "max",
            "avg",
            "coalesce",
            "nullif",
            "lower",
            "upper",
            "length",
            "trim",
            "cast",
            "setval",
            "nextval",
            "now");

    private static final Set<String> ROWS =
            Set.of("insert", "update", "delete", "merge", "replace", "select", "with", "values", "table");
    private static final Set<String> CODE = Set.of("call", "do", "exec", "execute", "begin", "prepare");

    private PlainSql() {}

    /** What a statement is for, by its first word. */
    public enum Kind {
        /** It reads or changes rows. */
        ROWS,
        /** It runs code of the user's, which may do anything. */
        CODE,
        /** Anything else, the changing of a schema above all. */
        OTHER
    }

    /** What a statement is for; that of several statements is the worst. */
    public static Kind kind(Dialect dialect, String sql) {
        Kind worst = Kind.ROWS;
        for (ScriptStatement statement : dialect.split(sql)) {
            List<String> tokens = tokens(statement.sql());
            String first = tokens.isEmpty() ? "" : tokens.get(0);
            if (CODE.contains(first)) {
                return Kind.CODE;
            }
            boolean makesTable = first.equals("select") && tokens.contains("into");
            if (!ROWS.contains(first) || makesTable) {
                worst = Kind.OTHER;
            }
        }
        return worst;
    }

    /** The words of a text and what stands between quotes that names have, in lower case. */
    public static Set<String> names(String sql) {
        Set<String> names = new HashSet<>();
        for (String token : tokens(sql)) {
            char first = token.charAt(0);
            if (token.length() > 2 && (first == '"' || first == '`' || first == '[')) {
                String quote = token.substring(token.length() - 1);
                names.add(token.substring(1, token.length() - 1).replace(quote + quote, quote));
            } else {
                names.add(token);
            }
        }
        return names;
    }

    /** Whether the text leaves tables, views and everything else but rows as they are; false where it may not. */
    public static boolean leavesSchema(Dialect dialect, String sql) {
        return dialect.split(sql).stream().allMatch(statement -> leavesSchema(statement.sql()));
    }

    private static boolean leavesSchema(String statement) {
        List<String> tokens = tokens(statement);
        String first = tokens.isEmpty() ? "" : tokens.get(0);
        if (first.equals("set")) {
            boolean scoped = tokens.size() > 1 && Set.of("local", "session").contains(tokens.get(1));
            return tokens.size() > 2 && TIME_LIMITS.contains(tokens.get(scoped ? 2 : 1));
        }
        boolean makesTable = tokens.contains("into") && !tokens.contains("insert");
        return NO_SCHEMA.contains(first) || (QUERIES.contains(first) && !makesTable && !calls(tokens));
    }

    private static boolean calls(List<String> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            String before = tokens.get(i - 1);
            if (tokens.get(i).equals("(")
                    && canEndAName(before.charAt(before.length() - 1))
                    && !NOT_A_CALL.contains(before)) {
                return true;
            }
        }
        return false;
    }

    private static boolean canEndAName(char character) {
        return Character.isLetterOrDigit(character) || "_$\"`]".indexOf(character) >= 0;
    }

    /** Words in lower case, symbols and quoted texts, without what stands between them. */
    private static List<String> tokens(String statement) {
        SqlLexer lexer = new SqlLexer(statement, Statement.QUOTES, ";");
        List<String> tokens = new ArrayList<>();
        for (int at = 0; at < statement.length(); ) {
            SqlLexer.Token token = lexer.next(at);
            at = token.end();
            if (!token.isSpace()) {
                tokens.add(statement.substring(token.start(), token.end()).toLowerCase(Locale.ROOT));
            }
        }
        return tokens;
    }
}
