// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.sql.Connection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Connects to a database that only one process can open at a time. */
final class PatientConnect implements LockPolling.Attempt<RuntimeException> {
    private final Database database;
    private @Nullable Connection connection;

    PatientConnect(Database database) {
        this.database = database;
    }

    Connection connect(LockRequest request) {
        LockPolling.take(request, "the database " + database, this);
        return Objects.requireNonNull(connection);
    }

    @Override
    public boolean take() {
        try {
            connection = database.connect();
            return true;
        } catch (MigrationException failure) {
            if (failure.code() == ErrorCode.DATABASE_LOCKED) {
                return false;
            }
            throw failure;
        }
    }

    @Override
    public LockHolder holder() {
        return new LockHolder(
                "or another program: the process that has it open lets no other one in",
                "End it, or wait for it and run the command again; at a server, many can use the database at once.");
    }
}
