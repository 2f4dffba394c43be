// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** How a lock is held through a connection of its own: all that a dialect has to say of it. */
public interface LockMeans {

    /** Readies the connection, which is in auto-commit mode, so that it is not ended while a long step runs. */
    void ready(Connection connection) throws SQLException;

    /** Takes the lock if it is free, without waiting. */
    boolean take(Connection connection) throws SQLException;

    /** Who holds the lock, and since when. */
    LockHolder holder(Connection connection) throws SQLException;

    /** Whether this connection still holds the lock; puts its time limit off where it has one. */
    boolean renew(Connection connection) throws SQLException;

    /** Lets go of the lock, so that who waits need not wait for the end of the session; false where it was not held. */
    boolean release(Connection connection) throws SQLException;

    /** How often to renew, so that nothing between here and the server takes the connection for a dead one. */
    default Duration renewal() {
        return Duration.ofSeconds(30);
    }
}
