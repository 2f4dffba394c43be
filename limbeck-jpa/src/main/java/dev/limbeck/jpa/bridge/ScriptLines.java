// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.bridge;

import java.util.ArrayList;
import java.util.List;

/** The statements of a script that a provider wrote, a statement on each line but for what quotes keep together. */
final class ScriptLines {
    private ScriptLines() {}

    static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        int start = 0;
        char quote = 0;
        for (int at = 0; at < script.length(); at++) {
            char c = script.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (c == '\n') {
                add(statements, script.substring(start, at));
                start = at + 1;
            }
        }
        add(statements, script.substring(start));
        return statements;
    }

    private static void add(List<String> statements, String line) {
        String statement = line.strip();
        while (statement.endsWith(";")) {
            statement = statement.substring(0, statement.length() - 1).stripTrailing();
        }
        if (!statement.isEmpty()) {
            statements.add(statement);
        }
    }
}
