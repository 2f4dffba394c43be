// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import java.sql.Connection;
import java.sql.SQLException;

/** Whether the connection ended before the revision did: the server went, or somebody ended the session. */
final class ConnectionLoss {
    private static final int SECONDS = 5;

    private ConnectionLoss() {}

    static boolean isMet(Connection connection) {
        try {
            return !connection.isValid(SECONDS);
        } catch (SQLException lost) {
            return true;
        }
    }
}
