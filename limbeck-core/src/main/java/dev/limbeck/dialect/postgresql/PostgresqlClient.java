// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What psql does itself instead of sending it to the server, by
 * {@code https://www.postgresql.org/docs/current/app-psql.html}, and {@code copy} of rows that the client has.
 */
final class PostgresqlClient {
    private static final Pattern COPY = Pattern.compile("(?is)copy\\b.*\\b(from\\s+stdin|to\\s+stdout)\\b.*");
    private static final Pattern SKIPPED = Pattern.compile(
            "(?is)\\b[eE]'(?:[^'\\\\]|\\\\.|'')*+'|'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|--[^\\n]*|/\\*.*?\\*/|\\$(\\w*)\\$.*?\\$\\1\\$");
    private static final Pattern META = Pattern.compile("\\\\[A-Za-z!?;.]+");

    /** What pg_dump says to psql, and how psql encodes what it sends: the driver knows that of its own. */
    private static final Pattern OF_A_DUMP = Pattern.compile(
            "(?im)^(?:\\\\(?:restrict|unrestrict|set|unset|pset|echo|encoding|timing)\\b.*|set\\s+client_encoding\\b[^;\\n]*;)[ \\t]*$");

    private PostgresqlClient() {}

    static String withoutItsLines(String dump) {
        return OF_A_DUMP.matcher(dump).replaceAll("");
    }

    static Optional<String> only(String statement) {
        String bare = SKIPPED.matcher(statement)
                .replaceAll(skipped -> skipped.group().matches("(?s)(?:--|/\\*).*") ? " " : "''");
        Matcher meta = META.matcher(bare);
        if (meta.find()) {
            return Optional.of(
                    "\"" + meta.group() + "\" is a command of psql, not SQL. Take it out; for \\copy write inserts,"
                            + " or op.bulkInsert in a Java migration, and for \\i put the statements into this file.");
        }
        if (COPY.matcher(bare).matches()) {
            return Optional.of(
                    "copy from stdin or to stdout moves rows between the server and psql, which is not there. Write"
                            + " inserts, or op.bulkInsert in a Java migration, or copy from a file on the server.");
        }
        return Optional.empty();
    }
}
