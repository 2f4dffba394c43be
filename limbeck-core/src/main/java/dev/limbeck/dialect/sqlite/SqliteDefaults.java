// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.schema.ColumnValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Defaults of columns: constants, and expressions, which stand in parentheses. */
final class SqliteDefaults {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+\\.[0-9]+");
    private static final Set<String> NOW = Set.of("current_date", "current_time", "current_timestamp");
    private static final Set<String> CONSTANT_WORDS = Set.of("true", "false", "null");

    private SqliteDefaults() {}

    /** Reads what stands behind {@code default} without parentheses, where a bare name is a text. */
    static @Nullable ColumnValue parseTerm(List<SqliteToken> term) {
        SqliteToken first = term.get(0);
        if (first.kind() == SqliteToken.Kind.QUOTED || (first.kind() == SqliteToken.Kind.WORD && !isKnown(first))) {
            return new ColumnValue.Literal(first.value());
        }
        return parse(term);
    }

    /** Reads an expression; one that is null is no default. */
    static @Nullable ColumnValue parse(List<SqliteToken> expression) {
        String sql = SqliteToken.join(expression);
        SqliteToken first = expression.get(0);
        if (WHOLE.matcher(sql).matches()) {
            return new ColumnValue.Literal(Long.valueOf(sql));
        }
        if (DECIMAL.matcher(sql).matches()) {
            return new ColumnValue.Literal(new BigDecimal(sql));
        }
        if (expression.size() > 1) {
            return new ColumnValue.Expression(sql);
        }
        if (first.kind() == SqliteToken.Kind.STRING) {
            return new ColumnValue.Literal(first.value());
        }
        if (first.is("null")) {
            return null;
        }
        if (first.is("true") || first.is("false")) {
            return new ColumnValue.Literal(first.is("true"));
        }
        return new ColumnValue.Expression(isKnown(first) ? sql.toLowerCase(Locale.ROOT) : sql);
    }

    /** The expression as it stands behind {@code default}: in parentheses, unless it is one word that needs none. */
    static String spell(String sql) {
        List<SqliteToken> tokens = SqliteToken.unwrap(SqliteToken.read(sql));
        boolean bare = isConstant(tokens) || (tokens.size() == 1 && isKnown(tokens.get(0)));
        return bare ? SqliteToken.join(tokens) : "(" + SqliteToken.join(tokens) + ")";
    }

    /** Whether the value is the same for each row, which a default must be to be added to a table that has rows. */
    static boolean isConstant(String sql) {
        return isConstant(SqliteToken.unwrap(SqliteToken.read(sql)));
    }

    private static boolean isConstant(List<SqliteToken> tokens) {
        boolean signed =
                tokens.size() == 2 && (tokens.get(0).is("-") || tokens.get(0).is("+"));
        SqliteToken last = tokens.get(tokens.size() - 1);
        return switch (last.kind()) {
            case NUMBER -> tokens.size() == 1 || signed;
            case STRING, BLOB -> tokens.size() == 1;
            case WORD ->
                tokens.size() == 1 && CONSTANT_WORDS.contains(last.text().toLowerCase(Locale.ROOT));
            case QUOTED, SYMBOL, SPACE -> false;
        };
    }

    private static boolean isKnown(SqliteToken word) {
        String lower = word.text().toLowerCase(Locale.ROOT);
        return NOW.contains(lower) || CONSTANT_WORDS.contains(lower);
    }
}
