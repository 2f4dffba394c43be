// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** What befell a database through no fault of the statement that met it. */
public enum Outage {
    /** The answer to a commit may have been lost as well, so where things stand cannot be told from here. */
    CONNECTION_LOST("The connection to the database is lost, and the database rolls back what was not committed: wait"
            + " until it answers again."),
    DISK_FULL("The disk of the database is full: make room on it.");

    private final String advice;

    Outage(String advice) {
        this.advice = advice;
    }

    /** What happened and what to do before the command is run again, in a sentence. */
    public String advice() {
        return advice;
    }

    /** The outage that a failure was caused by, if it was. */
    public static Optional<Outage> behind(Throwable failure, Dialect dialect) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> dialect.outage((SQLException) cause))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The advice as the end of a message about a failure, on a line of its own; empty if no outage was behind it. */
    public static String adviceOn(Throwable failure, Dialect dialect) {
        return behind(failure, dialect)
                .map(outage -> "\n" + outage.advice() + " Then run the command again.")
                .orElse("");
    }
}
