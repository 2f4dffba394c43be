// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import java.sql.Connection;
import java.sql.SQLException;

/** What is left to say when the connection ended before the revision did: the server went, or somebody ended the session. */
final class ConnectionLoss {
    private static final int SECONDS = 5;

    /** Where things stand cannot be told from here: the answer to a commit may have been lost as well. */
    static final String STATE =
            "The connection to the database is lost, and the database rolls back what was not committed. The revision"
                    + " needs no mending for that. Once the database answers again, run the command again: it goes on from"
                    + " where the database stands.";

    private ConnectionLoss() {}

    static boolean isMet(Connection connection) {
        try {
            return !connection.isValid(SECONDS);
        } catch (SQLException lost) {
            return true;
        }
    }
}
