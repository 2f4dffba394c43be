// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Feature;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.history.Journal;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The connection on which revisions run, and how it begins and commits.
 *
 * @param watch what an interrupt of the run is told to
 * @param waits how long its statements wait for locks
 * @param isSingle whether all of the run is one transaction, which is committed at its end only
 */
record Session(
        Dialect dialect,
        Connection connection,
        Reflection reflection,
        Journal journal,
        Listener listener,
        Watch watch,
        LockWaits waits,
        boolean isSingle) {

    /** Begins a transaction, unless there is one. */
    void begin() throws SQLException {
        if (connection.getAutoCommit()) {
            dialect.begin(connection);
        }
    }

    /** Commits; nothing is begun. */
    void commit() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** Commits, if what must hold then does. */
    void commitChecked() throws SQLException {
        dialect.beforeCommit(connection);
        commit();
    }

    /** Rolls back what there is to roll back; what that cannot do is told along with the failure that led to it. */
    void rollBack(RuntimeException failure) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    boolean rollsBackDdl() {
        return dialect.has(Feature.TRANSACTIONAL_DDL);
    }
}
