// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.dialect.LockLimits;
import dev.limbeck.dialect.ScriptGuard;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The session's {@code LOCK_TIMEOUT}; what it was before is kept in a variable meanwhile. */
final class H2LockLimits implements LockLimits {
    private static final Set<String> CHANGES = Set.of("alter", "comment", "create", "drop", "truncate");
    private static final Pattern SETS_ONE = Pattern.compile("(?is)\\s*set\\s+lock_timeout\\b.*");
    private static final int LOCK_TIMEOUT = 50200;
    private static final int DEADLOCK = 40001;

    /** The database tells who blocks only of those that wait for a row; one of these it is. */
    private static final String BLOCKERS = """
            select 'session ' || b.session_id || ' of user ' || b.user_name
              || coalesce(' at ' || b.client_addr, '') || ', connected since ' || b.session_start
            from information_schema.sessions b
            where b.session_id <> ? and b.session_id <> session_id() and b.contains_uncommitted
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
        return List.of("set @limbeck_lock_timeout = lock_timeout()", "set lock_timeout " + limit.toMillis());
    }

    @Override
    public List<String> reset(boolean withinTransaction) {
        return List.of("set lock_timeout @limbeck_lock_timeout");
    }

    @Override
    public boolean isPassing(SQLException failure) {
        return failure.getErrorCode() == LOCK_TIMEOUT || failure.getErrorCode() == DEADLOCK;
    }

    @Override
    public String sessionSql() {
        return "select session_id()";
    }

    @Override
    public String blockersSql() {
        return BLOCKERS;
    }
}
