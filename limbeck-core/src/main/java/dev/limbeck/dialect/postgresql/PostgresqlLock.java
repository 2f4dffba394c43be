// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.ConnectionLock;
import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.LockHolder;
import dev.limbeck.dialect.LockMeans;
import dev.limbeck.dialect.LockRequest;
import dev.limbeck.dialect.RunLock;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.CRC32;

/**
 * An advisory lock of a session, or of a transaction that stays open. It is polled: a session that waited within a
 * statement would hold a snapshot, for whose end a {@code create index concurrently} of the lock's holder waits in turn.
 * For the same reason the open transaction is one of read committed, which has no snapshot between its statements.
 *
 * <p>All goes through plain statements, because the driver names a prepared one after some uses, and a pool that gives
 * each transaction another session does not know the name there.
 */
final class PostgresqlLock implements LockMeans {
    /** "LIMB", the first half of the key; the second is made of the database's name. */
    private static final int LIMBECK = 0x4c494d42;

    /** A name of an application has 63 characters. */
    private static final String NAME = "limbeck lock ";

    private static final int NAME_LENGTH = 63;

    private static final int MOMENT_LENGTH = "2026-11-21T21:20:00Z ".length();

    /** These came with PostgreSQL 9.6, 14 and 17, and must not end the lock while a long step runs. */
    private static final String STAY = """
            select set_config(name, '0', LOCAL) from pg_settings
            where name in ('idle_in_transaction_session_timeout', 'idle_session_timeout', 'transaction_timeout')
            """;

    private static final String HELD = """
            l.locktype = 'advisory' and l.granted and l.objsubid = 2 and l.classid = FIRST::oid and l.objid = SECOND::oid
              and l.database = (select oid from pg_database where datname = current_database())
            """;

    /** In {@code pg_locks} the halves of a key of two integers stand in classid and objid, with objsubid 2. */
    private static final String HOLDER = """
            select l.pid, coalesce(a.usename::text, 'an unknown user'), coalesce(host(a.client_addr), 'the server itself'),
              case when a.application_name like 'limbeck lock 2%' then
                'process ' || split_part(a.application_name, ' ', 4) || ', holds it since '
                  || split_part(a.application_name, ' ', 3)
              else 'application "' || coalesce(a.application_name, '') || '", connected since '
                || coalesce(to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'an unknown time')
              end
            from pg_locks l left join pg_stat_activity a on a.pid = l.pid
            where HELD
            """;

    private final boolean inTransaction;

    private PostgresqlLock(boolean inTransaction) {
        this.inTransaction = inTransaction;
    }

    static RunLock take(Database database, LockRequest request) {
        boolean inTransaction = switch (request.mode()) {
            case AUTO, SESSION -> false;
            case TRANSACTION -> true;
            case ROW ->
                throw request.refused(
                        database.dialect(),
                        "Write auto, or transaction behind a pool that gives each transaction another session.");
        };
        return ConnectionLock.take(database, request, new PostgresqlLock(inTransaction));
    }

    @Override
    public void ready(Connection connection) throws SQLException {
        if (!inTransaction) {
            execute(connection, stay());
        }
    }

    private String stay() {
        return STAY.replace("LOCAL", String.valueOf(inTransaction));
    }

    @Override
    public boolean take(Connection connection) throws SQLException {
        if (inTransaction) {
            connection.setAutoCommit(false);
            execute(connection, "set transaction isolation level read committed");
        }
        boolean taken = is(
                connection,
                "select pg_try_advisory_" + (inTransaction ? "xact_" : "") + "lock(" + key(connection) + ")");
        if (taken) {
            execute(connection, signature());
            if (inTransaction) {
                execute(connection, stay());
                dropSnapshot(connection);
            }
        } else {
            leaveTransaction(connection);
        }
        return taken;
    }

    /** Writes to where all can read it who holds the lock, and since when by the server's clock. */
    private String signature() {
        return "select set_config('application_name', '" + NAME + "' || to_char(clock_timestamp() at time zone 'UTC',"
                + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') || ' "
                + LockHolder.thisProcess(NAME_LENGTH - NAME.length() - MOMENT_LENGTH) + "', " + inTransaction + ")";
    }

    @Override
    public LockHolder holder(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HOLDER.replace("HELD", held(connection)))) {
            return row.next()
                    ? LockHolder.session(
                            "session " + row.getInt(1) + " of user " + row.getString(2) + " at " + row.getString(3)
                                    + ", " + row.getString(4),
                            "select pg_terminate_backend(" + row.getInt(1) + ")")
                    : LockHolder.GONE;
        } finally {
            leaveTransaction(connection);
        }
    }

    @Override
    public boolean renew(Connection connection) throws SQLException {
        boolean held = is(
                connection,
                "select count(*) = 1 from pg_locks l where l.pid = pg_backend_pid() and " + held(connection));
        if (inTransaction) {
            dropSnapshot(connection);
        }
        return held;
    }

    /**
     * The server keeps the snapshot of the query that the driver sent last, although all its rows were read, until
     * another statement takes its place; this one needs none.
     */
    private static void dropSnapshot(Connection connection) throws SQLException {
        execute(connection, "set local idle_in_transaction_session_timeout = 0");
    }

    @Override
    public boolean release(Connection connection) throws SQLException {
        if (!inTransaction) {
            return is(connection, "select pg_advisory_unlock(" + key(connection) + ")");
        }
        boolean held = renew(connection);
        leaveTransaction(connection);
        return held;
    }

    private void leaveTransaction(Connection connection) throws SQLException {
        if (inTransaction && !connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static boolean is(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String key(Connection connection) throws SQLException {
        return LIMBECK + ", " + keyOf(connection.getCatalog());
    }

    private static String held(Connection connection) throws SQLException {
        return HELD.replace("FIRST", String.valueOf(LIMBECK))
                .replace("SECOND", String.valueOf(keyOf(connection.getCatalog())));
    }

    private static int keyOf(String database) {
        CRC32 checksum = new CRC32();
        checksum.update(database.getBytes(StandardCharsets.UTF_8));
        // An oid, as which pg_locks shows it, has no sign.
        return (int) (checksum.getValue() & Integer.MAX_VALUE);
    }
}
