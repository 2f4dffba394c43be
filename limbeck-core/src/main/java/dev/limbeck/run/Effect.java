// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.PlainSql;
import dev.limbeck.operation.Operation;

/** What is to be feared of a statement where a change of the schema cannot be rolled back. */
enum Effect {
    /** It changes rows only, in the transaction in which the record of it is written. */
    ROWS,
    /** It changes the schema, and so commits; whether it has can be seen in the schema. */
    SCHEMA,
    /** It runs code that may do anything, and nobody can tell afterwards whether it has run. */
    UNKNOWN;

    /** What the statements of an operation do. */
    static Effect of(Operation operation, Dialect dialect) {
        if (operation instanceof Operation.Execute execute) {
            return switch (PlainSql.kind(dialect, execute.sql())) {
                case ROWS -> ROWS;
                case CODE -> UNKNOWN;
                case OTHER -> SCHEMA;
            };
        }
        boolean rows = operation instanceof Operation.InsertRows
                || operation instanceof Operation.DeleteRows
                || operation instanceof Operation.Require
                || operation instanceof Operation.Backfill
                || operation instanceof Operation.Irreversible;
        return rows ? ROWS : SCHEMA;
    }
}
