// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.LockHolder;
import dev.limbeck.dialect.LockMeans;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/**
 * A lock for a cluster, whose servers do not share their named locks: a row that tells its owner and, by the server's
 * clock, the moment until which it holds. The owner puts that off while it lives; who died loses it then.
 */
final class MysqlRowLock implements LockMeans {
    static final String TABLE = "limbeck_lock";

    private static final int LEASE_SECONDS = 60;

    /** A lock wait that took too long; a deadlock, which is also what a cluster calls it when another server was first. */
    private static final Set<Integer> TAKEN = Set.of(1205, 1213);

    private static final String CREATE = "create table if not exists " + TABLE
            + " (id integer not null primary key, owner varchar(36), holder varchar(255), since datetime(6),"
            + " expires datetime(6))";

    private static final String EXPIRES = "expires = utc_timestamp(6) + interval " + LEASE_SECONDS + " second";

    private final String owner = UUID.randomUUID().toString();

    /** Whether the server is one of a Galera cluster. */
    static boolean isNeeded(Database database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show variables like 'wsrep_on'")) {
            return row.next() && row.getString(2).equalsIgnoreCase("ON");
        } catch (SQLException failure) {
            throw new MigrationException(
                    ErrorCode.DATABASE_FAILED,
                    "Cannot ask " + database + " whether it is one server of a cluster: " + failure.getMessage()
                            + "\nSay it with limbeck.lock-mode=row, or session where it is none.",
                    failure);
        }
    }

    @Override
    public void ready(Connection connection) throws SQLException {
        MysqlLock.execute(connection, "set session wait_timeout = 2147483, innodb_lock_wait_timeout = 1");
        if (MysqlLock.number(
                        connection,
                        "select count(*) from information_schema.tables where table_schema = database()"
                                + " and table_name = '" + TABLE + "'")
                == 0) {
            MysqlLock.execute(connection, CREATE);
        }
        MysqlLock.execute(connection, "insert ignore into " + TABLE + " (id) values (1)");
    }

    @Override
    public boolean take(Connection connection) throws SQLException {
        try {
            return changes(
                    connection,
                    "update " + TABLE + " set owner = ?, holder = concat(current_user(), ', process "
                            + LockHolder.thisProcess(100) + "'), since = utc_timestamp(6), " + EXPIRES
                            + " where id = 1 and (owner is null or expires < utc_timestamp(6))");
        } catch (SQLException failure) {
            if (TAKEN.contains(failure.getErrorCode())) {
                return false;
            }
            throw failure;
        }
    }

    private boolean changes(Connection connection, String update) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setString(1, owner);
            return statement.executeUpdate() == 1;
        }
    }

    @Override
    public LockHolder holder(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select holder, date_format(since, '%Y-%m-%dT%H:%i:%sZ'),"
                        + " date_format(expires, '%Y-%m-%dT%H:%i:%sZ') from " + TABLE
                        + " where id = 1 and owner is not null")) {
            return row.next()
                    ? new LockHolder(
                            "user " + row.getString(1) + ", holds it since " + row.getString(2) + ", and until "
                                    + row.getString(3) + " unless it is alive then",
                            "Wait for it to end; a dead one loses the lock within " + LEASE_SECONDS + " s.")
                    : LockHolder.GONE;
        }
    }

    @Override
    public boolean renew(Connection connection) throws SQLException {
        return changes(connection, "update " + TABLE + " set " + EXPIRES + " where id = 1 and owner = ?");
    }

    @Override
    public boolean release(Connection connection) throws SQLException {
        return changes(connection, "update " + TABLE + " set owner = null, expires = null where id = 1 and owner = ?");
    }

    @Override
    public Duration renewal() {
        return Duration.ofSeconds(LEASE_SECONDS / 4);
    }
}
