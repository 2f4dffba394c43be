// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The columns that the SQL of an expression names. */
final class SqliteExpressions {
    private SqliteExpressions() {}

    /** Whether the expression, view or trigger names the column, of whatever table. */
    static boolean names(String sql, String column) {
        List<SqliteToken> tokens = SqliteToken.read(sql);
        return IntStream.range(0, tokens.size()).anyMatch(i -> tokens.get(i).names(column) && isColumn(tokens, i));
    }

    /** The expression with columns renamed, all at once. */
    static String rename(String sql, Map<String, String> names, UnaryOperator<String> quote) {
        List<SqliteToken> tokens = SqliteToken.read(sql);
        List<SqliteToken> renamed = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            SqliteToken token = tokens.get(i);
            String to = isColumn(tokens, i) ? newName(token.value(), names) : null;
            renamed.add(to == null || to.equals(token.value()) ? token : token.with(quote.apply(to), to));
        }
        return SqliteToken.join(renamed);
    }

    private static @Nullable String newName(String column, Map<String, String> names) {
        return names.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(column))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** A name that is no function, no table, no collation and no type. */
    private static boolean isColumn(List<SqliteToken> tokens, int place) {
        if (!tokens.get(place).isIdentifier()) {
            return false;
        }
        boolean before = place > 0
                && (tokens.get(place - 1).is("collate") || tokens.get(place - 1).is("as"));
        boolean after = place + 1 < tokens.size()
                && (tokens.get(place + 1).is("(") || tokens.get(place + 1).is("."));
        return !before && !after;
    }
}
