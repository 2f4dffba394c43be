// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.RunLock;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;

/**
 * An advisory lock of a session of its own. It is polled, in auto-commit mode: a session that waited within a statement
 * would hold a snapshot, for whose end a {@code create index concurrently} of the lock's holder waits in turn.
 */
final class PostgresqlLock implements RunLock {
    /** "LIMB", the first half of the key; the second is made of the database's name. */
    private static final int LIMBECK = 0x4c494d42;

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private static final String TRY = "select pg_try_advisory_lock(?, ?)";

    /** {@code idle_session_timeout} came with PostgreSQL 14; it must not end the lock while a long step runs. */
    private static final String STAY = """
            select set_config('application_name', 'limbeck lock', false),
              (select set_config('idle_session_timeout', '0', false)
               where current_setting('idle_session_timeout', true) is not null)
            """;

    /** In {@code pg_locks} the halves of a key of two integers stand in classid and objid, with objsubid 2. */
    private static final String HOLDER = """
            select format('session %s of user %s at %s, connected since %s', a.pid, a.usename,
              coalesce(host(a.client_addr), 'this host'), to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ'))
            from pg_locks l
            join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and l.objsubid = 2
              and l.classid = ?::oid and l.objid = ?::oid
              and l.database = (select oid from pg_database where datname = current_database())
            """;

    private final Connection connection;

    private PostgresqlLock(Connection connection) {
        this.connection = connection;
    }

    static RunLock take(Database database, Duration timeout) {
        Connection connection = database.connect();
        try {
            stay(connection);
            if (acquires(connection, timeout)) {
                return new PostgresqlLock(connection);
            }
            throw new MigrationException(
                    ErrorCode.DATABASE_LOCKED,
                    "Another run of Limbeck holds the lock of " + database + " (" + holder(connection)
                            + "), and has not let go of it for " + timeout.toSeconds()
                            + " s. Wait for it to end, or end that session.");
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

    private static void stay(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAY);
        }
    }

    private static boolean acquires(Connection connection, Duration timeout) throws SQLException {
        long deadline = System.nanoTime() + timeout.toNanos();
        long pause = SHORTEST_PAUSE.toMillis();
        try (PreparedStatement attempt = keyed(connection, TRY)) {
            while (!isGranted(attempt)) {
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (left <= 0) {
                    return false;
                }
                sleep(Math.min(left, ThreadLocalRandom.current().nextLong(pause / 2, pause + 1)));
                pause = Math.min(pause * 2, LONGEST_PAUSE.toMillis());
            }
            return true;
        }
    }

    private static boolean isGranted(PreparedStatement attempt) throws SQLException {
        try (ResultSet row = attempt.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MigrationException(
                    ErrorCode.DATABASE_LOCKED, "Interrupted while waiting for the database's lock.", interrupted);
        }
    }

    private static String holder(Connection connection) throws SQLException {
        try (PreparedStatement statement = keyed(connection, HOLDER);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : "it was released at this moment";
        }
    }

    private static PreparedStatement keyed(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setInt(1, LIMBECK);
        statement.setInt(2, keyOf(connection.getCatalog()));
        return statement;
    }

    private static int keyOf(String database) {
        CRC32 checksum = new CRC32();
        checksum.update(database.getBytes(StandardCharsets.UTF_8));
        // An oid, as which pg_locks shows it, has no sign.
        return (int) (checksum.getValue() & Integer.MAX_VALUE);
    }

    /** The session's end releases the lock; said first, so that who waits need not wait for the session's end. */
    @Override
    public void close() {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException failure) {
            throw new MigrationException(
                    ErrorCode.DATABASE_FAILED,
                    "The connection that held the database's lock broke while revisions ran, so another run may have"
                            + " started meanwhile: " + failure.getMessage(),
                    failure);
        }
    }
}
