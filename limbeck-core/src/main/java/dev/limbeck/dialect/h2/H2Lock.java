// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.RunLock;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;

/**
 * The lock of the one row of a table, held by an open transaction of a connection of its own, with which it ends. H2 has
 * no lock without a table. Several processes meet only at a server; within one process, all who use a database do.
 */
final class H2Lock implements RunLock {
    static final String TABLE = "limbeck_lock";

    /** Lock timeout; deadlock; concurrent update; the table or its row was made by another at the same moment. */
    private static final Set<Integer> TAKEN = Set.of(50200, 40001, 90131, 42101, 23505);

    private static final long LONGEST_WAIT = 1_000;

    private final Connection connection;

    private H2Lock(Connection connection) {
        this.connection = connection;
    }

    static RunLock take(Database database, Duration timeout) {
        Connection connection = database.connect();
        try {
            if (acquires(connection, timeout)) {
                return new H2Lock(connection);
            }
            throw new MigrationException(
                    ErrorCode.DATABASE_LOCKED,
                    "Another run of Limbeck holds the lock of " + database + ", and has not let go of it for "
                            + timeout.toSeconds() + " s. Wait for it to end; its lock is a row of the table " + TABLE
                            + ", which needs no cleaning up.");
        } catch (SQLException failure) {
            throw close(
                    connection,
                    new MigrationException(
                            ErrorCode.DATABASE_FAILED,
                            "Cannot lock " + database + " against other runs: " + failure.getMessage(),
                            failure));
        } catch (MigrationException refused) {
            throw close(connection, refused);
        }
    }

    private static MigrationException close(Connection connection, MigrationException reason) {
        try {
            connection.close();
        } catch (SQLException failure) {
            reason.addSuppressed(failure);
        }
        return reason;
    }

    /** Waits a second at a time, so that an interrupted thread does not wait for all of the timeout. */
    private static boolean acquires(Connection connection, Duration timeout) throws SQLException {
        long deadline = System.nanoTime() + timeout.toNanos();
        long left = timeout.toMillis();
        while (!isGranted(connection, Math.max(1, Math.min(left, LONGEST_WAIT)))) {
            left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                return false;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new MigrationException(
                        ErrorCode.DATABASE_LOCKED, "Interrupted while waiting for the database's lock.");
            }
        }
        return true;
    }

    private static boolean isGranted(Connection connection, long milliseconds) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("set lock_timeout " + milliseconds);
            statement.execute("create table if not exists " + TABLE + " (id integer primary key)");
            statement.execute(
                    "insert into " + TABLE + " (id) select 1 where not exists (select id from " + TABLE + ")");
            connection.setAutoCommit(false);
            statement.execute("select id from " + TABLE + " where id = 1 for update");
            return true;
        } catch (SQLException failure) {
            if (!TAKEN.contains(failure.getErrorCode())) {
                throw failure;
            }
            return false;
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException failure) {
            throw new MigrationException(
                    ErrorCode.DATABASE_FAILED,
                    "The connection that held the database's lock broke while revisions ran, so another run may have"
                            + " started meanwhile: " + failure.getMessage(),
                    failure);
        }
    }
}
