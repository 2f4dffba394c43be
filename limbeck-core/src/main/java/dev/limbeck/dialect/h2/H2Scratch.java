// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;

/** A database in memory with the target's settings, which lives as long as its connection. */
record H2Scratch(Connection connection) implements Scratch {

    static H2Scratch open(Database target) {
        return new H2Scratch(target.withUrl(H2Url.scratch(target.url())).connect());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new MigrationException(
                    ErrorCode.SCRATCH_UNAVAILABLE,
                    "The scratch database in memory could not be thrown away: " + failure.getMessage(),
                    failure);
        }
    }
}
