// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.dialect.LockHolder;
import dev.limbeck.dialect.LockMeans;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * The lock of the one row of a table, held by an open transaction of a connection of its own, with which it ends. H2 has
 * no lock without a table. What the holder writes into the row is never committed; who waits reads it all the same.
 */
final class H2Lock implements LockMeans {
    static final String TABLE = "limbeck_lock";

    /** Lock timeout; deadlock; concurrent update; the table or its row was made by another at the same moment. */
    private static final Set<Integer> TAKEN = Set.of(50200, 40001, 90131, 42101, 23505);

    private static final String CREATE =
            "create table if not exists " + TABLE + " (id integer primary key, holder varchar(255), since varchar(32))";

    private static final String INSERT =
            "insert into " + TABLE + " (id) select 1 where not exists (select id from " + TABLE + ")";

    private static final String TAKE = "update " + TABLE
            + " set holder = concat('session ', session_id(), ' of user ', current_user, ', process ',"
            + " cast(? as varchar)), since = cast(current_timestamp(0) at time zone 'UTC' as varchar) where id = 1";

    @Override
    public void ready(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
        execute(connection, "set lock_timeout 1");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public boolean take(Connection connection) throws SQLException {
        try {
            execute(connection, CREATE);
            execute(connection, INSERT);
            connection.setAutoCommit(false);
            try (PreparedStatement take = connection.prepareStatement(TAKE)) {
                take.setString(1, LockHolder.thisProcess(100));
                return take.executeUpdate() == 1;
            }
        } catch (SQLException failure) {
            if (!TAKEN.contains(failure.getErrorCode())) {
                throw failure;
            }
            connection.rollback();
            connection.setAutoCommit(true);
            return false;
        }
    }

    @Override
    public LockHolder holder(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select holder, since from " + TABLE + " where holder is not null")) {
            return row.next()
                    ? new LockHolder(
                            row.getString(1) + ", holds it since " + row.getString(2),
                            "Wait for it to end. Its lock is a row of the table " + TABLE
                                    + ", which needs no cleaning up: it is free when that session ends.")
                    : LockHolder.GONE;
        }
    }

    /** The open transaction holds the row for as long as its session lives. */
    @Override
    public boolean renew(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + TABLE
                        + " where holder like concat('session ', session_id(), ' of %')")) {
            return !connection.getAutoCommit() && row.next() && row.getInt(1) == 1;
        }
    }

    @Override
    public boolean release(Connection connection) throws SQLException {
        boolean held = renew(connection);
        connection.rollback();
        return held;
    }
}
