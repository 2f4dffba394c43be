// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The checks that belong to a column, read from the text of its table: the catalogue goes on to name them by what the
 * column was called when the check was made.
 */
final class MariadbColumnChecks {
    private static final String TEXT = "'(?:[^'\\\\]|''|\\\\.)*+'";
    private static final Pattern COLUMN =
            Pattern.compile("^\\s*(?:`((?:[^`]|``)++)`|(\\w+)) (.*?),?$", Pattern.MULTILINE);
    private static final Pattern CHECK = Pattern.compile(TEXT + "|\\bcheck \\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOKEN =
            Pattern.compile(TEXT + "|`(?:[^`]|``)++`|/\\*.*?\\*/|(?:--\\s|#)[^\\n]*|[()]", Pattern.DOTALL);

    /** What a line of a table begins with that is none of a column. */
    private static final Pattern OTHER = Pattern.compile(
            "(?i)create|constraint|primary|unique|key|index|fulltext|spatial|foreign|check|period|partition");

    private MariadbColumnChecks() {}

    /** The expressions by column, the mark of a {@code json} column among them. */
    static Map<String, String> of(String createTable) {
        Map<String, String> checks = new LinkedHashMap<>();
        Matcher line = COLUMN.matcher(createTable);
        while (line.find()) {
            boolean quoted = line.group(1) != null;
            String name = quoted ? line.group(1).replace("``", "`") : line.group(2);
            String check = check(line.group(3));
            if (!check.isEmpty() && (quoted || !OTHER.matcher(name).matches())) {
                checks.put(name, check);
            }
        }
        return checks;
    }

    private static String check(String definition) {
        Matcher check = CHECK.matcher(definition);
        while (check.find()) {
            if (check.group().endsWith("(")) {
                return definition.substring(check.end(), closing(definition, check.end()));
            }
        }
        return "";
    }

    /** Where the parenthesis is that closes the one in front of a position. */
    static int closing(String text, int from) {
        Matcher token = TOKEN.matcher(text);
        int depth = 1;
        int position = from;
        while (depth > 0 && token.find(position)) {
            depth += token.group().equals("(") ? 1 : token.group().equals(")") ? -1 : 0;
            position = token.end();
        }
        return position - 1;
    }
}
