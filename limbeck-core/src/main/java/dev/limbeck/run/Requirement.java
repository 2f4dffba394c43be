// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.ResultRow;
import java.sql.Connection;
import java.util.List;

/** What must be so before a revision goes on, asked of the database. */
final class Requirement {
    private Requirement() {}

    /**
     * Asks how many are in the way.
     *
     * @throws MigrationException with code REQUIREMENT_UNMET if there are any
     */
    static void check(Connection connection, Operation.Require required, Location location, String what) {
        List<ResultRow> rows = Query.rows(connection, required.sql(), List.of(), location, what);
        long found = count(rows, required, location, what);
        if (found > 0) {
            throw new MigrationException(
                    ErrorCode.REQUIREMENT_UNMET,
                    "The " + what + " stops at " + location + ": it requires that " + required.what() + ", and "
                            + found + (found == 1 ? " is" : " are") + " in the way, as counted by\n"
                            + required.sql().strip().indent(2)
                            + "Mend what it counts and run the command again.",
                    location,
                    null);
        }
    }

    private static long count(List<ResultRow> rows, Operation.Require required, Location location, String what) {
        if (rows.size() == 1
                && rows.get(0).values().size() == 1
                && rows.get(0).values().get(0) instanceof Number found) {
            return found.longValue();
        }
        throw new MigrationException(
                ErrorCode.SCRIPT_FAILED,
                "The " + what + " stops at " + location + ": what it requires (" + required.what()
                        + ") is asked by a query that gives " + rows.size() + " row(s) and not one number."
                        + " Write one that counts, select count(*) from …:\n"
                        + required.sql().strip().indent(2),
                location,
                null);
    }
}
