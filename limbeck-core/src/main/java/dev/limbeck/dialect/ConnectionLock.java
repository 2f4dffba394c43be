// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A lock that hangs on a connection of its own. A thread asks after it now and then, which keeps the connection alive
 * through firewalls and pools while a step runs for hours.
 */
public final class ConnectionLock implements RunLock {
    /** A server that does not answer for that long is taken for one that has let go. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Database database;
    private final Connection connection;
    private final LockMeans means;
    private final Thread renewal;
    private boolean closed;
    private @Nullable MigrationException lost;

    private ConnectionLock(Database database, Connection connection, LockMeans means) {
        this.database = database;
        this.connection = connection;
        this.means = means;
        this.renewal = new Thread(this::renewNowAndThen, "limbeck lock");
        this.renewal.setDaemon(true);
    }

    /**
     * Takes the lock, now or when who holds it lets go.
     *
     * @throws MigrationException with code DATABASE_LOCKED when the time is up
     */
    public static RunLock take(Database database, LockRequest request, LockMeans means) {
        Connection connection = database.connect();
        try {
            connection.setNetworkTimeout(Runnable::run, (int) ANSWER.toMillis());
            means.ready(connection);
            LockPolling.take(request, "the lock of " + database, new LockPolling.Attempt<SQLException>() {
                @Override
                public boolean take() throws SQLException {
                    return means.take(connection);
                }

                @Override
                public LockHolder holder() throws SQLException {
                    return means.holder(connection);
                }
            });
            ConnectionLock lock = new ConnectionLock(database, connection, means);
            lock.renewal.start();
            return lock;
        } catch (SQLException failure) {
            throw close(
                    connection,
                    new MigrationException(
                            ErrorCode.DATABASE_FAILED,
                            "Cannot lock " + database + " against other runs: " + failure.getMessage()
                                    + Outage.adviceOn(failure, database.dialect()),
                            failure));
        } catch (RuntimeException refused) {
            throw close(connection, refused);
        }
    }

    private static <E extends RuntimeException> E close(Connection connection, E reason) {
        try {
            connection.close();
        } catch (SQLException failure) {
            reason.addSuppressed(failure);
        }
        return reason;
    }

    private synchronized void renewNowAndThen() {
        try {
            while (!closed && lost == null) {
                wait(means.renewal().toMillis());
                if (!closed) {
                    renew();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        try {
            if (lost == null && !means.renew(connection)) {
                lost = lost("the server says that this session does not hold it", null);
            }
        } catch (SQLException failure) {
            lost = lost(String.valueOf(failure.getMessage()), failure);
        }
    }

    private MigrationException lost(String why, @Nullable SQLException cause) {
        return new MigrationException(
                ErrorCode.LOCK_LOST,
                "The lock of " + database + " was lost while revisions ran (" + why
                        + "), so another run may have started meanwhile; nothing more is committed. A pool that gives each"
                        + " transaction another session loses it, too: set limbeck.lock-mode=transaction behind one.",
                cause);
    }

    @Override
    public synchronized void check() {
        renew();
        if (lost != null) {
            throw new MigrationException(lost.code(), String.valueOf(lost.getMessage()), lost);
        }
    }

    /** What was committed was so under the lock, which each commit checks; its loss is told here if none did. */
    @Override
    public synchronized void close() {
        boolean known = lost != null;
        closed = true;
        notifyAll();
        try (connection) {
            if (!known && !means.release(connection)) {
                throw lost("the server says that this session does not hold it", null);
            }
        } catch (SQLException failure) {
            if (!known) {
                throw lost(String.valueOf(failure.getMessage()), failure);
            }
        }
    }
}
