// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import java.util.Collection;

/** Names, whose case SQLite keeps but does not heed. */
final class SqliteNames {
    private SqliteNames() {}

    /** The name as it was declared; itself if it was not. */
    static String spelled(String name, Collection<String> declared) {
        return declared.contains(name)
                ? name
                : declared.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }

    static boolean contains(Collection<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }
}
