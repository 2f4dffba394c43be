// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** How one kind of database bounds the time that a statement waits for a lock, and whom it waits for. */
public interface LockLimits {

    /** Where nothing is bounded, because nobody queues up behind a statement that waits. */
    LockLimits NONE = new LockLimits() {};

    /** Whether others queue up behind the statement while it waits; never for one that only touches rows. */
    default boolean holdsOthersUp(String sql) {
        return false;
    }

    /** Whether the statement sets such a limit itself, after which the revision knows best. */
    default boolean setsOne(String sql) {
        return false;
    }

    /** The statements that bound what follows, to the end of the transaction if there is one. */
    default List<String> set(Duration limit, boolean withinTransaction) {
        return List.of();
    }

    /** The statements that take the bound off again. */
    default List<String> reset(boolean withinTransaction) {
        return List.of();
    }

    /** Whether a statement failed because it had waited too long, or to end a deadlock: another time it may not. */
    default boolean isPassing(SQLException failure) {
        return false;
    }

    /** The query of the number by which another session can ask whom this one waits for; empty if none can. */
    default String sessionSql() {
        return "";
    }

    /** The query, with that number for its question mark, of whom a session waits for, each in words. */
    default String blockersSql() {
        return "";
    }
}
