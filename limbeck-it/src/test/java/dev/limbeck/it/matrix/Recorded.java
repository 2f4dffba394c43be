// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.matrix;

import java.util.List;
import java.util.Set;

/**
 * What an autogenerate got wrong once.
 *
 * @param number the section and number in the record of such cases
 * @param same whether the two schemas are one, written in two ways
 */
record Recorded(String number, String what, Set<Grid> databases, boolean same, String before, String after) {

    /** Two ways to write one schema; nothing may be found between them. */
    static Recorded same(String number, String what, Set<Grid> databases, String before, String after) {
        return new Recorded(number, what, databases, true, before, after);
    }

    /** A schema that is found to be itself. */
    static Recorded kept(String number, String what, Set<Grid> databases, String sql) {
        return same(number, what, databases, sql, sql);
    }

    /** Two schemas; what is between them is found, run and undone. */
    static Recorded found(String number, String what, Set<Grid> databases, String before, String after) {
        return new Recorded(number, what, databases, false, before, after);
    }

    /** Statements, each on a line that ends in a semicolon. */
    static List<String> statements(String sql) {
        return List.of(sql.split(";\\s*\\n|;\\s*$")).stream()
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
