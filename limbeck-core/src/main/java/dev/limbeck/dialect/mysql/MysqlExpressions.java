// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.Expressions;
import dev.limbeck.dialect.mysql.MysqlTypes.Family;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.DataType;
import java.math.BigDecimal;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The server's own spelling of expressions, read as far as it is simple. */
final class MysqlExpressions {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern QUOTED = Pattern.compile("'(?<text>(?:[^'\\\\]|''|\\\\.)*+)'", Pattern.DOTALL);
    private static final Pattern QUOTED_NAME = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*+'|`(?:[^`]|``)++`");
    private static final Pattern ESCAPED = Pattern.compile("\\\\.", Pattern.DOTALL);
    private static final Pattern INTRODUCED = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*+'|\\b_[a-z0-9]+(?=')");
    private static final Pattern NOW =
            Pattern.compile("(?i)(?:current_timestamp|now|localtime|localtimestamp)(?:\\((?<precision>\\d?)\\))?");

    private static final Pattern DAY = Pattern.compile("(?i)curdate\\(\\)|current_date(\\(\\))?");

    static final String ON_UPDATE = "on update ";

    private MysqlExpressions() {}

    /** What MariaDB says of a default: SQL as it is written. */
    static @Nullable ColumnValue ofSql(@Nullable String sql, DataType type) {
        if (sql == null || sql.equals("NULL")) {
            return null;
        }
        Matcher quoted = QUOTED.matcher(sql);
        if (quoted.matches()) {
            return ofText(unescaped(quoted.group("text")), type);
        }
        boolean number = NUMBER.matcher(sql).matches() && Family.of(type) != Family.OTHER;
        return number ? ofText(sql, type) : new ColumnValue.Expression(condition(sql));
    }

    /** A constant default by its plain text. */
    static ColumnValue ofText(String text, DataType type) {
        Family family = Family.of(type);
        if (family == Family.BOOLEAN && (text.equals("0") || text.equals("1"))) {
            return new ColumnValue.Literal(text.equals("1"));
        }
        boolean number = family == Family.NUMBER || family == Family.BOOLEAN;
        if (!number || !NUMBER.matcher(text).matches()) {
            return new ColumnValue.Literal(text);
        }
        // The server adds zeros up to the scale of the column.
        BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        boolean whole = value.scale() <= 0 && value.toBigInteger().bitLength() < Long.SIZE;
        return whole
                ? new ColumnValue.Literal(value.longValueExact())
                : new ColumnValue.Literal(new BigDecimal(value.toPlainString()));
    }

    /** What a text means that stands between quotes. */
    static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean escape = character == '\\' || (character == '\'' && i + 1 < text.length());
            plain.append(escape ? meant(text.charAt(++i), character) : character);
        }
        return plain.toString();
    }

    private static char meant(char escaped, char escape) {
        if (escape == '\'') {
            return escaped;
        }
        return switch (escaped) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '0' -> '\0';
            case 'Z' -> '\u001a';
            default -> escaped;
        };
    }

    /** What MySQL keeps of an expression: its quotes are escaped, and each text says its character set. */
    static String unescapedByMysql(String expression) {
        String sql = expression.replace("\\'", "'").replace("\\\\", "\\");
        return INTRODUCED.matcher(sql).replaceAll(match -> {
            String found = match.group();
            return Matcher.quoteReplacement(found.startsWith("'") ? found : "");
        });
    }

    /** An expression as a person writes it: names are quoted only where they must be, and quotes are doubled. */
    static String condition(String expression) {
        String plain = QUOTED_NAME.matcher(expression).replaceAll(match -> {
            String found = match.group();
            return Matcher.quoteReplacement(
                    found.startsWith("`")
                            ? MysqlDialect.quoted(MysqlDialect.unquoted(found))
                            : ESCAPED.matcher(found).replaceAll(MysqlExpressions::doubled));
        });
        return Expressions.bare(plain);
    }

    private static String doubled(MatchResult escaped) {
        return Matcher.quoteReplacement(escaped.group().equals("\\'") ? "''" : escaped.group());
    }

    /** The moment of the statement, which as a default stands without parentheses and has its column's precision. */
    static boolean isNow(String sql) {
        return NOW.matcher(sql).matches();
    }

    /** Whether a default is the moment or the day of the statement, the same for all rows, or none but for updates. */
    static boolean isMoment(String sql) {
        String value = sql.split("(^| )" + ON_UPDATE, 2)[0];
        return value.isEmpty() || isNow(value) || DAY.matcher(value).matches();
    }

    /** The current moment as precise as a column of the type keeps it; anything else as it is. */
    static String precise(String sql, DataType type) {
        Matcher now = NOW.matcher(sql);
        if (!now.matches() || type.arguments().isEmpty()) {
            return sql;
        }
        String precision = now.group("precision");
        return precision == null || precision.isEmpty()
                ? "current_timestamp(" + type.arguments().get(0) + ")"
                : sql;
    }
}
