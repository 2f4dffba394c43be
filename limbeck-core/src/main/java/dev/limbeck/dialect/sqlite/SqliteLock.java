// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.ConnectionLock;
import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.LockHolder;
import dev.limbeck.dialect.LockMeans;
import dev.limbeck.dialect.LockRequest;
import dev.limbeck.dialect.RunLock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The right to write to a small database beside the one that is migrated, held by an open transaction, which ends with its
 * process.
 *
 * <p>A lock of the operating system on a file will not do. Where POSIX locks are used, a process loses those it has on a
 * file as soon as it closes that file anywhere, be it to read who holds the lock; SQLite knows that of its own files. The
 * file stays: a lock on a deleted file keeps nobody out.
 */
final class SqliteLock implements LockMeans {
    private static final String SUFFIX = ".limbeck-lock";
    private static final int ERROR = 1;
    private static final int BUSY = 5;

    private final String token = UUID.randomUUID().toString();
    private final Path file;
    private boolean open;

    private SqliteLock(Path file) {
        this.file = file;
    }

    static RunLock take(Database database, LockRequest request) {
        Optional<Path> path = SqliteUrl.file(database.url());
        if (path.isEmpty()) {
            return RunLock.NONE;
        }
        Path file = Path.of(path.get().toAbsolutePath().normalize() + SUFFIX);
        return ConnectionLock.take(database.withUrl(SqliteUrl.PREFIX + file), request, new SqliteLock(file));
    }

    @Override
    public void ready(Connection connection) throws SQLException {
        execute(connection, "pragma busy_timeout = 0");
    }

    /**
     * Who holds the lock must be committed for others to read it, and the commit lets go for a moment. Who finds another's
     * name behind that has lost the lock to it.
     */
    @Override
    public boolean take(Connection connection) throws SQLException {
        try {
            begin(connection);
            sign(connection);
            execute(connection, "commit");
            open = false;
            begin(connection);
        } catch (SQLException failure) {
            leave(connection);
            if ((failure.getErrorCode() & 0xff) == BUSY) {
                return false;
            }
            throw failure;
        }
        boolean mine = renew(connection);
        if (!mine) {
            leave(connection);
        }
        return mine;
    }

    private void sign(Connection connection) throws SQLException {
        execute(connection, "create table if not exists limbeck_lock (token text not null, holder text not null)");
        execute(connection, "delete from limbeck_lock");
        try (PreparedStatement insert =
                connection.prepareStatement("insert into limbeck_lock (token, holder) values (?, ?)")) {
            insert.setString(1, token);
            insert.setString(
                    2,
                    "process " + LockHolder.thisProcess(100) + ", holds it since " + LockHolder.moment(Instant.now()));
            insert.executeUpdate();
        }
    }

    /** Ends the transaction if there is one; the end of one that is not there is an error to SQLite. */
    private void leave(Connection connection) throws SQLException {
        if (open) {
            execute(connection, "rollback");
            open = false;
        }
    }

    private void begin(Connection connection) throws SQLException {
        execute(connection, "begin immediate");
        open = true;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public LockHolder holder(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select holder from limbeck_lock")) {
            return row.next()
                    ? new LockHolder(
                            row.getString(1),
                            "Wait for it to end. Its lock is " + file
                                    + ", which needs no cleaning up: it is free when that process ends.")
                    : LockHolder.GONE;
        } catch (SQLException failure) {
            // At the moment of a commit nobody can read; and the first holder may not have named itself yet.
            if (Set.of(BUSY, ERROR).contains(failure.getErrorCode() & 0xff)) {
                return LockHolder.GONE;
            }
            throw failure;
        }
    }

    @Override
    public boolean renew(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select count(*) from limbeck_lock where token = ?")) {
            statement.setString(1, token);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getInt(1) == 1;
            }
        }
    }

    @Override
    public boolean release(Connection connection) throws SQLException {
        boolean held = renew(connection);
        leave(connection);
        return held;
    }
}
