// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a column's list of texts as {@code IN} again.
 *
 * <p>PostgreSQL prints {@code status in ('A', 'B')} on a {@code varchar} column with the casts around the array; what it
 * printed, fed to it again, it prints with the casts within, and from then on so for ever (seen on 15 to 18). Reflection
 * gives the text that was written in the first place, and the casts within as they are, so that each makes the very same
 * again; compared they mean the same.
 */
final class PostgresqlLists {
    private static final String TEXT = "'(?:[^']++|'')*+'";
    private static final String VARCHAR = TEXT + "::character varying";
    private static final String CASTS_AROUND = "\\(ARRAY\\[" + several(VARCHAR) + "\\]\\)::text\\[\\]";
    private static final String CASTS_WITHIN = "ARRAY\\[" + several("\\(" + VARCHAR + "\\)::text") + "\\]";
    private static final String TEXTS = "ARRAY\\[" + several(TEXT + "::text") + "\\]";
    private static final String COLUMN = "[a-z_][a-z0-9_$]*|\"(?:[^\"]|\"\")++\"";

    private static final Pattern VARCHAR_LIST = list("\\((?<column>" + COLUMN + ")\\)::text", CASTS_AROUND);
    private static final Pattern RESTORED_LIST = list("\\((?<column>" + COLUMN + ")\\)::text", CASTS_WITHIN);
    private static final Pattern TEXT_LIST = list("(?<![\\w\".):])(?<column>" + COLUMN + ")", TEXTS);
    private static final Pattern VALUE = Pattern.compile(TEXT);

    private PostgresqlLists() {}

    /** The expression with each such list as it was written. */
    static String asWritten(String expression) {
        String varchars = VARCHAR_LIST.matcher(expression).replaceAll(PostgresqlLists::asWritten);
        return TEXT_LIST.matcher(varchars).replaceAll(PostgresqlLists::asWritten);
    }

    /** The same for a list that was written, printed and read again. */
    static String asFirstWritten(String expression) {
        return RESTORED_LIST.matcher(expression).replaceAll(PostgresqlLists::asWritten);
    }

    private static String asWritten(MatchResult list) {
        String values =
                VALUE.matcher(list.group(3)).results().map(MatchResult::group).collect(Collectors.joining(", "));
        String operator = list.group(2).equals("= ANY") ? " IN (" : " NOT IN (";
        return Matcher.quoteReplacement(list.group(1) + operator + values + ")");
    }

    private static Pattern list(String column, String... arrays) {
        return Pattern.compile(column + " (= ANY|<> ALL) \\((" + String.join("|", arrays) + ")\\)");
    }

    private static String several(String value) {
        return value + "(?:, " + value + ")*+";
    }
}
