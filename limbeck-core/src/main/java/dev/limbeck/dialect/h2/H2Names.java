// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How names in a database and names in a migration belong together.
 *
 * <p>A plain name in lower case, such as {@code users}, stands in SQL without quotes, so that it means what Hibernate and
 * everybody else means by it: {@code USERS} by default, {@code users} with {@code DATABASE_TO_LOWER}. Reflection gives
 * the same lower-case name back, whatever the setting. Every other name is written in quotes and is exactly itself. What
 * remains is a plain name in lower case that somebody quoted where names become upper case: it is known with its quotes,
 * {@code "users"}, as JPA writes it too.
 */
record H2Names(H2Names.Folding folding) {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Pattern PLAIN_UPPER = Pattern.compile("[A-Z_][A-Z0-9_]*");
    private static final Pattern EXACT = Pattern.compile("\"(?:[^\"]|\"\")++\"");

    /** What the database makes of a name without quotes. */
    enum Folding {
        UPPER,
        LOWER,
        KEPT
    }

    static H2Names of(Connection connection) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        if (metadata.storesUpperCaseIdentifiers()) {
            return new H2Names(Folding.UPPER);
        }
        return new H2Names(metadata.storesLowerCaseIdentifiers() ? Folding.LOWER : Folding.KEPT);
    }

    /** A name as it stands in SQL. */
    static String quoted(String name) {
        if (isPlain(name) || EXACT.matcher(name).matches()) {
            return name;
        }
        return inQuotes(name);
    }

    private static String inQuotes(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches() && !H2KeyWords.contains(name);
    }

    /** The name by which Limbeck knows what the database stores under a name. */
    String known(String stored) {
        String lower = stored.toLowerCase(Locale.ROOT);
        if (folding == Folding.UPPER && PLAIN_UPPER.matcher(stored).matches() && isPlain(lower)) {
            return lower;
        }
        boolean wouldBeFolded = folding == Folding.UPPER && isPlain(stored) && !stored.equals(upper(stored));
        return wouldBeFolded || EXACT.matcher(stored).matches() ? inQuotes(stored) : stored;
    }

    /** The name under which the database stores what Limbeck knows by a name. */
    String stored(String known) {
        if (EXACT.matcher(known).matches()) {
            return known.substring(1, known.length() - 1).replace("\"\"", "\"");
        }
        return folding == Folding.UPPER && isPlain(known) ? upper(known) : known;
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
