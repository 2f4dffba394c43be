// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.LockLimits;
import dev.limbeck.dialect.ScriptGuard;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code lock_timeout}, from a transaction's first change of the schema to its end: what it has locked by then is locked
 * for as long as it waits for more.
 */
final class PostgresqlLockLimits implements LockLimits {
    private static final Set<String> CHANGES = Set.of(
            "alter", "cluster", "comment", "create", "do", "drop", "lock", "refresh", "reindex", "truncate", "vacuum");

    /** These take a lock that readers and writers do not mind, and have to wait for old transactions. */
    private static final Pattern CONCURRENTLY = Pattern.compile("(?is).*\\bconcurrently\\b.*");

    private static final Pattern SETS_ONE = Pattern.compile(
            "(?is).*\\bset\\s+(local\\s+|session\\s+)?\"?lock_timeout\\b.*|.*set_config\\s*\\(\\s*'lock_timeout'.*");

    private static final Set<String> PASSING = Set.of("55P03", "40P01");

    /** Without the text of its statement, which may hold a secret. */
    private static final String BLOCKERS = """
            select format('session %s of user %s%s at %s, %s since %s', a.pid, a.usename,
              case when a.application_name = '' then '' else format(' (%s)', a.application_name) end,
              coalesce(host(a.client_addr), 'this host'), coalesce(a.state, a.backend_type),
              to_char(coalesce(a.xact_start, a.backend_start), 'YYYY-MM-DD HH24:MI:SS TZ'))
            from pg_stat_activity a
            where a.pid = any (pg_blocking_pids(cast(? as integer)))
            order by a.xact_start, a.pid
            """;

    @Override
    public boolean holdsOthersUp(String sql) {
        return CHANGES.contains(ScriptGuard.firstWord(sql))
                && !CONCURRENTLY.matcher(sql).matches();
    }

    @Override
    public boolean setsOne(String sql) {
        return SETS_ONE.matcher(sql).matches();
    }

    @Override
    public List<String> set(Duration limit, boolean withinTransaction) {
        return List.of("set " + (withinTransaction ? "local " : "") + "lock_timeout = " + limit.toMillis());
    }

    @Override
    public List<String> reset(boolean withinTransaction) {
        return withinTransaction ? List.of() : List.of("reset lock_timeout");
    }

    @Override
    public boolean isPassing(SQLException failure) {
        return PASSING.contains(String.valueOf(failure.getSQLState()));
    }

    @Override
    public String sessionSql() {
        return "select pg_backend_pid()";
    }

    @Override
    public String blockersSql() {
        return BLOCKERS;
    }
}
