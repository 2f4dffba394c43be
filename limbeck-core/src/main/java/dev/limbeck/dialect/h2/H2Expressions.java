// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.dialect.Expressions;
import dev.limbeck.schema.ColumnValue;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** H2's own spelling of expressions, which quotes every name, and how a person writes the same. */
final class H2Expressions {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<text>(?<escaped>U&)?'(?:[^']|'')*+')|(?<name>(?<odd>U&)?\"(?:[^\"]|\"\")*+\")|(?<space>\\s+)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:(\\\\)|\\+([0-9a-fA-F]{6})|([0-9a-fA-F]{4}))");
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*+'");
    private static final Pattern COMPARES_WITH_NUMBER =
            Pattern.compile("(?<![\\w.\")])([a-z_][a-z0-9_]*|\"(?:[^\"]|\"\")++\") (=|<>|<=|>=|<|>)"
                    + " CAST\\((-?\\d+(?:\\.\\d+)?) AS [A-Z]+(?:\\(\\d+(?:, \\d+)?\\))?\\)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private H2Expressions() {}

    /** The expression with names that need no quotes without them, and without the name of the default schema. */
    static String written(String sql, H2Names names, String defaultSchema) {
        StringBuilder out = new StringBuilder();
        Matcher token = TOKEN.matcher(sql);
        int at = 0;
        while (token.find(at)) {
            out.append(sql, at, token.start());
            at = token.end();
            if (token.group("space") != null) {
                out.append(' ');
            } else if (token.group("text") != null) {
                out.append(inQuotes('\'', inner(token.group("text"), '\'', token.group("escaped") != null)));
            } else {
                String name = inner(token.group("name"), '"', token.group("odd") != null);
                boolean qualifies = name.equals(defaultSchema) && sql.startsWith(".", at);
                out.append(qualifies ? "" : H2Names.quoted(names.known(name)));
                at += qualifies ? 1 : 0;
            }
        }
        return Expressions.bare(out.append(sql.substring(at)).toString());
    }

    private static String inner(String token, char quote, boolean escaped) {
        String text = token.substring(token.indexOf(quote) + 1, token.length() - 1);
        String once = text.replace("" + quote + quote, String.valueOf(quote));
        return escaped ? ESCAPE.matcher(once).replaceAll(H2Expressions::character) : once;
    }

    private static String character(java.util.regex.MatchResult escape) {
        if (escape.group(1) != null) {
            return Matcher.quoteReplacement("\\");
        }
        String digits = escape.group(2) == null ? escape.group(3) : escape.group(2);
        return Matcher.quoteReplacement(Character.toString(Integer.parseInt(digits, 16)));
    }

    private static String inQuotes(char quote, String text) {
        return quote + text.replace(String.valueOf(quote), "" + quote + quote) + quote;
    }

    /**
     * A condition as a person writes it, without the casts that H2 adds to the numbers that a column is compared with. It
     * adds the same ones again, so that a second comparison finds nothing.
     */
    static String condition(String written) {
        return COMPARES_WITH_NUMBER.matcher(written).replaceAll("$1 $2 $3");
    }

    /** A default as it is written, as a constant where it is one; null is no default. */
    static @Nullable ColumnValue defaultOf(String written) {
        if (written.equals("NULL")) {
            return null;
        }
        if (TEXT.matcher(written).matches()) {
            return new ColumnValue.Literal(inner(written, '\'', false));
        }
        if (written.equals("TRUE") || written.equals("FALSE")) {
            return new ColumnValue.Literal(written.equals("TRUE"));
        }
        return NUMBER.matcher(written).matches() ? number(written) : new ColumnValue.Expression(written);
    }

    private static ColumnValue number(String text) {
        BigDecimal number = new BigDecimal(text);
        boolean whole = !text.contains(".") && number.toBigInteger().bitLength() < Long.SIZE;
        return whole ? new ColumnValue.Literal(number.longValueExact()) : new ColumnValue.Literal(number);
    }
}
