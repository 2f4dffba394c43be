// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import java.util.Set;

/** The words of H2 2.4 that no table or column is called without quotes, as its manual lists them. */
final class H2KeyWords {
    private static final Set<String> WORDS = Set.of("""
            _rowid_ all and any array as asymmetric authorization between both case cast check constraint cross
            current_catalog current_date current_path current_role current_schema current_time current_timestamp
            current_user day default distinct else end except exists false fetch for foreign from full group groups
            having hour if ilike in inner intersect intersects interval is join key leading left like limit localtime
            localtimestamp minus minute month natural not null offset on or order over partition primary qualify range
            regexp right row rownum rows second select session_user set some symmetric system_user table to top
            trailing true uescape union unique unknown user using value values when where window with year
            """.strip().split("\\s+"));

    private H2KeyWords() {}

    static Set<String> all() {
        return WORDS;
    }

    static boolean contains(String lowerCaseWord) {
        return WORDS.contains(lowerCaseWord);
    }
}
