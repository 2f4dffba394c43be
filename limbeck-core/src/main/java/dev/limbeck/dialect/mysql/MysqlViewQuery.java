// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The query of a view, or a default, without the name of its database, which the server writes before each table, and before each column
 * of a table that has no alias. A scratch database has another name, and the view there is the same.
 */
final class MysqlViewQuery {
    private static final String NAME = "`(?:[^`]|``)++`";
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^'\\\\]|''|\\\\.)*+'|" + NAME + "(?:\\." + NAME + ")*|[\\w$]+|[(]|\\S", Pattern.DOTALL);

    /** What a table, or a sequence, stands behind; one that stands behind anything else is an alias, of which the database is no part. */
    private static final Set<String> BEFORE_TABLES =
            Set.of("from", "join", "straight_join", "nextval", "lastval", "setval");

    private MysqlViewQuery() {}

    static String withoutDatabase(String query, String database) {
        String prefix = MysqlDialect.forceQuoted(database) + ".";
        StringBuilder plain = new StringBuilder();
        Matcher token = TOKEN.matcher(query);
        int position = 0;
        String before = "";
        while (token.find()) {
            String found = token.group();
            plain.append(query, position, token.end());
            position = token.end();
            boolean column = found.startsWith("`") && parts(found) == 3;
            boolean routine = query.startsWith("(", token.end());
            if (found.startsWith(prefix) && (column || routine || BEFORE_TABLES.contains(before))) {
                plain.replace(plain.length() - found.length(), plain.length(), found.substring(prefix.length()));
            }
            before = found.equals("(") ? before : found.toLowerCase(Locale.ROOT);
        }
        return plain.append(query.substring(position)).toString();
    }

    private static int parts(String name) {
        return (int) Pattern.compile(NAME).matcher(name).results().count();
    }
}
