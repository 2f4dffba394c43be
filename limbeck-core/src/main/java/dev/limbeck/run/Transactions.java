// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Feature;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;

/** What all revisions of a run must keep to that are to be one transaction. */
final class Transactions {
    private Transactions() {}

    /** Refuses a single transaction where the database would commit it by itself. */
    static void requireSingle(Dialect dialect, boolean single) {
        if (single && !dialect.has(Feature.TRANSACTIONAL_DDL)) {
            throw new MigrationException(
                    ErrorCode.TRANSACTION_REFUSED,
                    dialect.label() + " commits at each change of the schema, so several revisions cannot be one"
                            + " transaction. Run the command without --single-transaction"
                            + " (limbeck.single-transaction).");
        }
    }

    /** The refusal of a revision that has to commit in between. */
    static MigrationException leaving(String what, String why) {
        return new MigrationException(
                ErrorCode.TRANSACTION_REFUSED,
                what + " cannot be part of one transaction, as limbeck.single-transaction wants it: " + why
                        + ".\nRun it without, or with --single-transaction up to the revision before it only.");
    }
}
