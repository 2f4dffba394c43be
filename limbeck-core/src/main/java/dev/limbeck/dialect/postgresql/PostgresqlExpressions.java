// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Expressions;
import dev.limbeck.dialect.postgresql.PostgresqlTypes.Family;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.DataType;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's own spelling of expressions, read as far as it is simple. */
final class PostgresqlExpressions {
    private static final Pattern QUOTED = Pattern.compile("'(?<text>(?:[^']|'')*+)'::(?<type>.+)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private static final String LABEL = "'(?:[^']|'')*+'";
    private static final String COLUMN = "([a-z_][a-z0-9_]*|\"(?:[^\"]|\"\")++\")";
    private static final Pattern VARCHAR_EQUALS =
            Pattern.compile("\\(" + COLUMN + "\\)::text (=|<>) (" + LABEL + ")::text(?![\\w\\[])");
    private static final Pattern NUMERIC_COMPARES =
            Pattern.compile("(?<![\\w.\")])" + COLUMN + " (=|<>|<=|>=|<|>) \\((\\d+)\\)::numeric(?![\\w(])");

    /** The columns of a relation {@code c} that the server casts to a text by itself when it compares them with one. */
    static final String VARCHARS = "array(select b.attname::text from pg_catalog.pg_attribute b"
            + " join pg_catalog.pg_type y on y.oid = b.atttypid where b.attrelid = c.oid"
            + " and 'pg_catalog.varchar'::regtype in (y.oid, y.typbasetype))";

    private PostgresqlExpressions() {}

    /**
     * A default, as a constant where it is one.
     *
     * @param typeSql the column's type as the server prints it, without its arguments
     */
    static ColumnValue defaultOf(String expression, DataType type, String typeSql, boolean isEnum) {
        Matcher quoted = QUOTED.matcher(expression);
        if (quoted.matches()) {
            return quoted(quoted, expression, type, typeSql, isEnum);
        }
        Family family = Family.of(type);
        if (family == Family.NUMBER && NUMBER.matcher(expression).matches()) {
            return number(expression);
        }
        if (family == Family.BOOLEAN && (expression.equals("true") || expression.equals("false"))) {
            return new ColumnValue.Literal(Boolean.valueOf(expression));
        }
        return new ColumnValue.Expression(expression);
    }

    private static ColumnValue quoted(
            Matcher quoted, String expression, DataType type, String typeSql, boolean isEnum) {
        String text = quoted.group("text").replace("''", "'");
        String cast = quoted.group("type");
        boolean isLabel = isEnum && cast.equals(typeSql);
        boolean isText = Family.of(type) == Family.TEXT && isCastTo(typeSql, cast);
        if (isLabel || isText) {
            return new ColumnValue.Literal(text);
        }
        // Negative numbers are printed as '-1'::integer, whole ones that are no integer as '5000000000'::bigint.
        boolean printedSo = text.startsWith("-") || (!text.contains(".") && !cast.equals("integer"));
        boolean number = Family.of(type) == Family.NUMBER
                && NUMBER.matcher(text).matches()
                && printedSo
                && cast.equals(typeOfNumber(text));
        return number ? number(text) : new ColumnValue.Expression(expression);
    }

    /** Whether a text is cast to the column's own type, as the server does of itself. */
    private static boolean isCastTo(String typeSql, String cast) {
        return cast.equals(typeSql) || (cast.equals("bpchar") && typeSql.equals("character"));
    }

    /** The type that the server gives to a constant number. */
    private static String typeOfNumber(String text) {
        if (text.contains(".")) {
            return "numeric";
        }
        int bits = new BigDecimal(text).toBigInteger().bitLength();
        return bits < Integer.SIZE ? "integer" : bits < Long.SIZE ? "bigint" : "numeric";
    }

    private static ColumnValue number(String text) {
        BigDecimal number = new BigDecimal(text);
        boolean whole = !text.contains(".") && number.toBigInteger().bitLength() < Long.SIZE;
        return whole ? new ColumnValue.Literal(number.longValueExact()) : new ColumnValue.Literal(number);
    }

    /** An expression without the parentheses that enclose all of it, its lists as they were written. */
    static String bare(String expression) {
        return Expressions.bare(PostgresqlLists.asWritten(expression));
    }

    /**
     * A condition as a person writes it, without the casts that the server adds to comparisons with constants. Only
     * spellings are shortened that the server lengthens to the very same text again, so that nothing is lost and a second
     * comparison finds nothing.
     *
     * @param varchars the columns that the server casts by itself; whoever casts another one means it
     */
    static String condition(String expression, List<String> varchars) {
        String text = replace(
                VARCHAR_EQUALS,
                bare(expression),
                match -> varchars.contains(unquoted(match.group(1)))
                        ? match.group(1) + " " + match.group(2) + " " + match.group(3)
                        : match.group());
        return replace(NUMERIC_COMPARES, text, match -> match.group(1) + " " + match.group(2) + " " + match.group(3));
    }

    private static String unquoted(String column) {
        return column.startsWith("\"")
                ? column.substring(1, column.length() - 1).replace("\"\"", "\"")
                : column;
    }

    private static String replace(Pattern pattern, String text, Function<MatchResult, String> replacement) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match)));
    }
}
