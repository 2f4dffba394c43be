// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.ConnectionLock;
import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.LockHolder;
import dev.limbeck.dialect.LockMeans;
import dev.limbeck.dialect.LockRequest;
import dev.limbeck.dialect.RunLock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A named lock of a session of its own. The names are the whole server's, so each database has one.
 *
 * <p>The server does not tell since when a named lock is held, and nothing else that a session could write down dies with
 * it. So the holder has one more named lock for each bit of the second in which it began; who waits reads them.
 */
final class MysqlLock implements LockMeans {
    private static final String PREFIX = "limbeck_";
    private static final int BYTES_OF_NAME = 16;
    private static final int BITS_OF_A_MOMENT = 33;

    /** The session must not end while a long step runs. */
    private static final String STAY = "set session wait_timeout = 2147483";

    private MysqlLock() {}

    static RunLock take(Database database, LockRequest request) {
        return switch (request.mode()) {
            case SESSION -> ConnectionLock.take(database, request, new MysqlLock());
            case ROW -> ConnectionLock.take(database, request, new MysqlRowLock());
            case AUTO ->
                ConnectionLock.take(
                        database, request, MysqlRowLock.isNeeded(database) ? new MysqlRowLock() : new MysqlLock());
            case TRANSACTION ->
                throw request.refused(database.dialect(), "Write auto, or row where several servers are one cluster.");
        };
    }

    @Override
    public void ready(Connection connection) throws SQLException {
        execute(connection, STAY);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The one number that a query gives; 0 for none. */
    static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public boolean take(Connection connection) throws SQLException {
        String name = nameOf(connection.getCatalog());
        if (number(connection, "select get_lock('" + name + "', 0)") != 1) {
            return false;
        }
        long now = number(connection, "select unix_timestamp()");
        execute(
                connection,
                IntStream.range(0, BITS_OF_A_MOMENT)
                        .filter(bit -> (now >> bit & 1) == 1)
                        .mapToObj(bit -> "get_lock('" + nameOf(name, bit) + "', 0)")
                        .collect(Collectors.joining(", ", "select ", "")));
        return true;
    }

    private static String nameOf(String name, int bit) {
        return name + "_" + bit;
    }

    /** Who may not see the sessions of other users has only the number of this one. */
    @Override
    public LockHolder holder(Connection connection) throws SQLException {
        String name = nameOf(connection.getCatalog());
        long session = number(connection, "select is_used_lock('" + name + "')");
        if (session == 0) {
            return LockHolder.GONE;
        }
        long since = number(
                connection,
                IntStream.range(0, BITS_OF_A_MOMENT)
                        .mapToObj(bit ->
                                "(is_used_lock('" + nameOf(name, bit) + "') <=> " + session + ") * " + (1L << bit))
                        .collect(Collectors.joining(" + ", "select ", "")));
        return LockHolder.session(
                "session " + session + owner(connection, session) + ", holds it since "
                        + (since == 0 ? "this moment" : LockHolder.moment(Instant.ofEpochSecond(since))),
                "kill " + session);
    }

    private static String owner(Connection connection, long session) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select user, host from information_schema.processlist where id = " + session)) {
            return row.next()
                    ? " of user " + row.getString(1) + " at " + row.getString(2)
                    : " of a user whose sessions are not shown to this one";
        }
    }

    @Override
    public boolean renew(Connection connection) throws SQLException {
        return number(connection, "select is_used_lock('" + nameOf(connection.getCatalog()) + "') <=> connection_id()")
                == 1;
    }

    /** The bits first, which the next holder must find free. */
    @Override
    public boolean release(Connection connection) throws SQLException {
        String name = nameOf(connection.getCatalog());
        execute(
                connection,
                IntStream.range(0, BITS_OF_A_MOMENT)
                        .mapToObj(bit -> "release_lock('" + nameOf(name, bit) + "')")
                        .collect(Collectors.joining(", ", "select ", "")));
        return number(connection, "select release_lock('" + name + "')") == 1;
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
}
