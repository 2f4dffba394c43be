// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.RunLock;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A named lock of a session of its own. The names are the whole server's, so each database has one. The server waits
 * for it in short slices, so that no time limit of the connection ends the waiting.
 */
final class MysqlLock implements RunLock {
    private static final String PREFIX = "limbeck_";
    private static final int BYTES_OF_NAME = 16;
    private static final long SLICE_SECONDS = 2;

    /** The session must not end while a long step runs. */
    private static final String STAY = "set session wait_timeout = 2147483";

    private static final String HOLDER = """
            select concat('session ', p.id, ' of user ', p.user, ' at ', p.host)
            from information_schema.processlist p
            where p.id = is_used_lock(?)
            """;

    private final Connection connection;
    private final String name;

    private MysqlLock(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    static RunLock take(Database database, Duration timeout) {
        Connection connection = database.connect();
        try {
            String name = nameOf(connection.getCatalog());
            try (Statement statement = connection.createStatement()) {
                statement.execute(STAY);
            }
            if (acquires(connection, name, timeout)) {
                return new MysqlLock(connection, name);
            }
            throw new MigrationException(
                    ErrorCode.DATABASE_LOCKED,
                    "Another run of Limbeck holds the lock of " + database + " (" + holder(connection, name)
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

    private static boolean acquires(Connection connection, String name, Duration timeout) throws SQLException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try (PreparedStatement attempt = connection.prepareStatement("select get_lock(?, ?)")) {
            attempt.setString(1, name);
            while (true) {
                Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
                long seconds = left.plusSeconds(1).minusNanos(1).toSeconds();
                attempt.setLong(2, Math.min(SLICE_SECONDS, seconds));
                if (isGranted(attempt)) {
                    return true;
                }
                if (seconds <= SLICE_SECONDS) {
                    return false;
                }
            }
        }
    }

    private static boolean isGranted(PreparedStatement attempt) throws SQLException {
        try (ResultSet row = attempt.executeQuery()) {
            return row.next() && row.getInt(1) == 1;
        }
    }

    private static String holder(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "of a user whose sessions are not shown to this one";
            }
        }
    }

    /** A lock's name has 64 characters at most, and so has a database's. */
    static String nameOf(@Nullable String database) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.valueOf(database).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return PREFIX + HexFormat.of().formatHex(digest, 0, BYTES_OF_NAME);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The session's end releases the lock; said first, so that who waits need not wait for the session's end. */
    @Override
    public void close() {
        try (connection;
                PreparedStatement statement = connection.prepareStatement("select release_lock(?)")) {
            statement.setString(1, name);
            statement.execute();
        } catch (SQLException failure) {
            throw new MigrationException(
                    ErrorCode.DATABASE_FAILED,
                    "The connection that held the database's lock broke while revisions ran, so another run may have"
                            + " started meanwhile: " + failure.getMessage(),
                    failure);
        }
    }
}
