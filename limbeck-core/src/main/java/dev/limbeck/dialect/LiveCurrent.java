// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a connection's database holds at the moment of each question. */
record LiveCurrent(Dialect dialect, Connection connection, Reflection wanted) implements Current {
    @Override
    public Schema schema() {
        try {
            return dialect.reflect(connection, wanted);
        } catch (SQLException failure) {
            throw unreadable("the schema", failure);
        }
    }

    @Override
    public List<StoredObject> stored(Name table) {
        try {
            return dialect.stored(connection, table);
        } catch (SQLException failure) {
            throw unreadable("what hangs on table " + table, failure);
        }
    }

    @Override
    public boolean holdsRows(Name table) {
        try {
            return dialect.holdsRows(connection, table);
        } catch (SQLException failure) {
            throw unreadable("the rows of table " + table, failure);
        }
    }

    private MigrationException unreadable(String what, SQLException failure) {
        return new MigrationException(
                ErrorCode.DATABASE_FAILED,
                dialect.label() + " does not let " + what + " be read: " + failure.getMessage(),
                failure);
    }
}
