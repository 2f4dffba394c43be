// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.history.Journal;
import dev.limbeck.script.LocatedOperation;
import org.jspecify.annotations.Nullable;

/**
 * That an earlier run of a revision did not get to its end, as messages tell it.
 *
 * @param what the run as a message names it, such as {@code upgrade to 3f2a…}
 */
record Interruption(String what, Journal.Entry entry) {

    /** The command by which a person says what became of an interrupted revision. */
    static String resolve(String revision, String flag) {
        return "limbeck resolve " + revision + " " + flag;
    }

    String resolve(String flag) {
        return resolve(entry.revision(), flag);
    }

    /** What ran then is not what the revision says now. */
    MigrationException changed(String how, @Nullable LocatedOperation operation) {
        return new MigrationException(
                ErrorCode.RESUME_REFUSED,
                "The " + what + " was interrupted when its first " + entry.operations()
                        + " operation(s) were done, and "
                        + how
                        + ".\nMake these operations what they were, and run the command again: it goes on behind them."
                        + " Or undo them in the database by hand, and run: " + resolve("--rolled-back"),
                operation == null ? null : operation.location(),
                null);
    }

    /** Nobody can tell whether a statement took effect. */
    MigrationException unclear(String place, LocatedOperation operation, String sql) {
        return new MigrationException(
                ErrorCode.RESUME_REFUSED,
                "The " + what + " was interrupted while its " + place
                        + " ran, and nothing shows whether it took effect, because it calls code:\n" + sql.indent(2)
                        + "Look in the database. If it took effect, run: " + resolve("--skip") + "; if it did not: "
                        + resolve("--retry") + ". Then run the command again.",
                operation.location(),
                null);
    }
}
