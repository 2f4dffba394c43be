// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.Location;
import dev.limbeck.operation.ResultRow;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a revision's operations go, in as many parts as the revision asks questions in between. */
public interface OperationTarget {

    /** Whether there is no database that answers. */
    boolean isOffline();

    /** Carries the next operations out. */
    void run(List<LocatedOperation> operations);

    /** Asks the database for rows. */
    List<ResultRow> query(String sql, List<? extends @Nullable Object> parameters, Location asked);

    /**
     * The connection that the revision runs on.
     *
     * @param beforeUse is called each time that the revision uses it
     */
    Connection connection(Location asked, Runnable beforeUse);

    /** The revision asks for what whoever started the run hands to it. */
    default void asksFor(String argument) {}
}
