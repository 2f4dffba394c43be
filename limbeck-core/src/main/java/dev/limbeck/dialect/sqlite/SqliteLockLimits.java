// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.LockLimits;
import java.sql.SQLException;
import java.util.Set;

/** Nothing to bound: one writer at a time is let in, and nobody queues up behind one that waits ({@code busy_timeout}). */
final class SqliteLockLimits implements LockLimits {
    private static final Set<Integer> BUSY_OR_LOCKED = Set.of(5, 6);

    @Override
    public boolean isPassing(SQLException failure) {
        return BUSY_OR_LOCKED.contains(failure.getErrorCode() & 0xff);
    }
}
