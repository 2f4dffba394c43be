// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;

/** A database in memory, which lives as long as its connection. */
record SqliteScratch(Connection connection) implements Scratch {

    static SqliteScratch open(Database target) {
        Connection connection = target.withUrl(SqliteUrl.MEMORY).connect();
        try {
            target.dialect().prepare(connection);
        } catch (SQLException failure) {
            throw failed("made", failure);
        }
        return new SqliteScratch(connection);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw failed("thrown away", failure);
        }
    }

    private static MigrationException failed(String what, SQLException failure) {
        return new MigrationException(
                ErrorCode.SCRATCH_UNAVAILABLE,
                "The scratch database in memory could not be " + what + ": " + failure.getMessage(),
                failure);
    }
}
