// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A statement was cut off, or not begun, because somebody wants the run to end or its time was up. */
final class CancelledException extends SQLException {
    private static final long serialVersionUID = 1L;

    private static final String QUERY_CANCELLED = "57014";

    private final boolean byInterrupt;

    private CancelledException(String reason, boolean byInterrupt, @Nullable SQLException cause) {
        super(reason, QUERY_CANCELLED, cause);
        this.byInterrupt = byInterrupt;
    }

    static CancelledException interrupted(@Nullable SQLException cause) {
        return new CancelledException("the run was interrupted", true, cause);
    }

    static CancelledException timedOut(String limit, SQLException cause) {
        return new CancelledException(
                "it was cancelled after " + limit + ", as limbeck.statement-timeout says", false, cause);
    }

    /** Whether somebody wanted the run to end, rather than the statement having taken too long. */
    boolean byInterrupt() {
        return byInterrupt;
    }
}
