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
 * @param commits what is committed together, and under which lock
 */
record Session(
        Dialect dialect,
        Connection connection,
        Reflection reflection,
        Journal journal,
        Listener listener,
        Watch watch,
        Executor.Commits commits) {

    /** How long its statements wait for locks. */
    LockWaits waits() {
        return commits.waits();
    }

    /** Begins a transaction, unless there is one. */
    void begin() throws SQLException {
        if (connection.getAutoCommit()) {
            dialect.begin(connection);
        }
    }

    /** Commits; nothing is begun. */
    void commit() throws SQLException {
        if (!connection.getAutoCommit()) {
            commits.lock().check();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** Whether all of the run is one transaction, which is committed at its end only. */
    boolean isSingle() {
        return commits.single();
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
