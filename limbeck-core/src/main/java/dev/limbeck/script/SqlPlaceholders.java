// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the arguments of a run into the statements of an SQL file that asks for them: <code>${x:KEY}</code>,
 * <code>${x:KEY:default}</code>, <code>${tag}</code> and <code>${tag:default}</code>. Anything else that begins with a
 * dollar stays as it is.
 */
record SqlArguments(Arguments arguments, SourceFile file) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?:x:([^:}]*)|(tag))(?::([^}]*))?}");

    /** The statement with every value in its place. */
    String fill(String sql, int firstLine) {
        Matcher placeholder = PLACEHOLDER.matcher(sql);
        StringBuilder filled = new StringBuilder();
        while (placeholder.find()) {
            int line = firstLine
                    + (int) sql.substring(0, placeholder.start()).lines().count()
                    - 1;
            String value = value(placeholder).orElseThrow(() -> missing(placeholder, Math.max(line, firstLine)));
            placeholder.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return placeholder.appendTail(filled).toString();
    }

    private Optional<String> value(Matcher placeholder) {
        String key = placeholder.group(1);
        String given = key == null ? arguments.tag() : arguments.values().get(key.strip());
        return Optional.ofNullable(given == null ? placeholder.group(3) : given);
    }

    private MigrationException missing(Matcher placeholder, int line) {
        Location location = file.at(line);
        String key = placeholder.group(1);
        String flag = key == null ? "--tag VALUE" : "-x " + key.strip() + "=VALUE";
        String inside = placeholder.group();
        return new MigrationException(
                ErrorCode.SCRIPT_FAILED,
                location + ": the statement asks for " + inside
                        + ", and no value was given. Run the command again with "
                        + flag + ", or write a default into the file: "
                        + inside.substring(0, inside.length() - 1) + ":VALUE}.",
                location,
                null);
    }
}
