// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.LockLimits;
import dev.limbeck.dialect.ScriptGuard;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code lock_wait_timeout}, in whole seconds: how long a change of the schema waits for a metadata lock. */
final class MysqlLockLimits implements LockLimits {
    private static final Set<String> CHANGES =
            Set.of("alter", "create", "drop", "lock", "optimize", "rename", "truncate");
    private static final Pattern SETS_ONE = Pattern.compile("(?is)\\s*set\\b.*\\block_wait_timeout\\b.*");
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;

    /** Which of them holds the metadata lock, the server tells only with a plugin; one of them it is. */
    private static final String OPEN_TRANSACTIONS = """
            select concat('session ', p.id, ' of user ', p.user, ' at ', p.host, ', with a transaction open since ',
              t.trx_started)
            from information_schema.innodb_trx t
            join information_schema.processlist p on p.id = t.trx_mysql_thread_id
            where p.id <> ? and p.id <> connection_id()
            order by t.trx_started, p.id
            limit 5
            """;

    @Override
    public boolean holdsOthersUp(String sql) {
        return CHANGES.contains(ScriptGuard.firstWord(sql));
    }

    @Override
    public boolean setsOne(String sql) {
        return SETS_ONE.matcher(sql).matches();
    }

    @Override
    public List<String> set(Duration limit, boolean withinTransaction) {
        long seconds = Math.max(1, (limit.toMillis() + 999) / 1000);
        return List.of("set session lock_wait_timeout = " + seconds);
    }

    @Override
    public List<String> reset(boolean withinTransaction) {
        return List.of("set session lock_wait_timeout = default");
    }

    @Override
    public boolean isPassing(SQLException failure) {
        return failure.getErrorCode() == LOCK_WAIT_TIMEOUT || failure.getErrorCode() == DEADLOCK;
    }

    @Override
    public String sessionSql() {
        return "select connection_id()";
    }

    @Override
    public String blockersSql() {
        return OPEN_TRANSACTIONS;
    }
}
