// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JDBC URLs as {@code org.xerial:sqlite-jdbc} reads them: {@code jdbc:sqlite:}, a path or a file URI, options. */
final class SqliteUrl {
    static final String PREFIX = "jdbc:sqlite:";
    static final String MEMORY = "jdbc:sqlite::memory:";

    private SqliteUrl() {}

    /** The URL with a relative file made absolute, starting from the folder. */
    static String resolve(String url, Path directory) {
        return file(url)
                .filter(file -> !file.isAbsolute())
                .map(file -> url.replaceFirst(
                        Pattern.quote(file.toString()),
                        Matcher.quoteReplacement(directory.resolve(file).toString())))
                .orElse(url);
    }

    /** The file of the database; none for one in memory, a temporary one, or one read from the class path. */
    static Optional<Path> file(String url) {
        String rest = url.substring(PREFIX.length());
        int query = rest.indexOf('?');
        String path = query < 0 ? rest : rest.substring(0, query);
        boolean inMemory = query >= 0 && rest.substring(query).contains("mode=memory");
        if (path.startsWith("file:")) {
            path = path.substring("file:".length()).replaceFirst("^//(localhost)?(?=/)", "");
        }
        return path.isEmpty() || path.startsWith(":") || inMemory ? Optional.empty() : Optional.of(Path.of(path));
    }
}
