// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values into the statements of an SQL file that asks for them: the arguments of a run for <code>${x:KEY}</code>,
 * <code>${x:KEY:default}</code>, <code>${tag}</code> and <code>${tag:default}</code>, and the file's own variables for
 * <code>${name}</code>. Anything else that begins with a dollar stays as it is, and everything does in a file that asks for
 * neither. In one that declares variables, <code>\${</code> stands for <code>${</code>; a second
 * dollar would begin a quoted text.
 */
record SqlPlaceholders(Arguments arguments, boolean takesArguments, Map<String, String> variables, SourceFile file) {
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<escape>\\\\)?\\$\\{(?:"
            + "(?<argument>x:(?<key>[^:}]*)|tag)(?::(?<default>[^}]*))?"
            + "|(?<variable>[A-Za-z_][A-Za-z0-9_.-]*))}");

    /** The statement with every value in its place. */
    String fill(String sql, int firstLine) {
        Matcher placeholder = PLACEHOLDER.matcher(sql);
        StringBuilder filled = new StringBuilder();
        int line = firstLine;
        int counted = 0;
        while (placeholder.find()) {
            line += (int) sql.substring(counted, placeholder.start())
                    .chars()
                    .filter(character -> character == '\n')
                    .count();
            counted = placeholder.start();
            placeholder.appendReplacement(filled, Matcher.quoteReplacement(replacement(placeholder, line)));
        }
        return placeholder.appendTail(filled).toString();
    }

    private String replacement(Matcher placeholder, int line) {
        String whole = placeholder.group();
        boolean escaped = placeholder.group("escape") != null;
        if (escaped && !variables.isEmpty()) {
            return whole.substring(1);
        }
        String before = escaped ? "\\" : "";
        if (placeholder.group("argument") != null && takesArguments) {
            return before + argument(placeholder).orElseThrow(() -> missing(placeholder, line));
        }
        if (variables.isEmpty() || (placeholder.group("variable") == null && !whole.equals("${tag}"))) {
            return whole;
        }
        String value = variables.get(whole.substring(2, whole.length() - 1));
        if (value == null) {
            throw undeclared(whole, line);
        }
        return new SqlPlaceholders(arguments, takesArguments, Map.of(), file).fill(value, line);
    }

    private Optional<String> argument(Matcher placeholder) {
        String key = placeholder.group("key");
        String given = key == null ? arguments.tag() : arguments.values().get(key.strip());
        return Optional.ofNullable(given == null ? placeholder.group("default") : given);
    }

    private MigrationException missing(Matcher placeholder, int line) {
        String key = placeholder.group("key");
        String flag = key == null ? "--tag VALUE" : "-x " + key.strip() + "=VALUE";
        String inside = placeholder.group().replaceFirst("^\\\\", "");
        return failed(
                line,
                "the statement asks for " + inside + ", and no value was given. Run the command again with " + flag
                        + ", or write a default into the file: " + inside.substring(0, inside.length() - 1)
                        + ":VALUE}.");
    }

    private MigrationException undeclared(String placeholder, int line) {
        return failed(
                line,
                "the statement names the variable " + placeholder + ", and the file declares "
                        + String.join(", ", variables.keySet()) + ". Correct the name, declare it before the first"
                        + " section with \"-- limbeck: "
                        + (placeholder.equals("${tag}") ? SqlSections.ARGUMENTS : "variable NAME = VALUE")
                        + "\", or write \\" + placeholder + " for a text that is none.");
    }

    private MigrationException failed(int line, String message) {
        Location location = file.at(line);
        return new MigrationException(ErrorCode.SCRIPT_FAILED, location + ": " + message, location, null);
    }
}
