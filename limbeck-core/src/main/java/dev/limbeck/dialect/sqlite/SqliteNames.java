// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import java.util.Collection;

/** Names, whose case SQLite keeps but does not heed. */
final class SqliteNames {
    private SqliteNames() {}

    /** The name in small letters; it heeds no case of those from a to z alone. */
    static String folded(String name) {
        StringBuilder folded = new StringBuilder(name);
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (letter >= 'A' && letter <= 'Z') {
                folded.setCharAt(i, (char) (letter + ('a' - 'A')));
            }
        }
        return folded.toString();
    }

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
