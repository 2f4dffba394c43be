// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.dialect.RunLock;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Marks a database as one that loses nothing unless somebody names it, for every run and front-end from then on. */
public final class Protect {
    private final Workspace workspace;

    public Protect(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What a database is.
     *
     * @param database its name, as {@code --yes-i-mean} takes it
     * @param protection by whom or what it is protected, in words; empty if it is not
     */
    public record Result(String database, Optional<String> protection) {}

    /** Sets the mark. */
    public Result on() {
        return change(connection -> workspace.protection().set(connection));
    }

    /** Takes the mark off, if the database is the one that somebody named. */
    public Result off(String meant) {
        return change(connection -> {
            new Guard(workspace, meant).check(connection, "an end of that");
            workspace.protection().remove(connection);
        });
    }

    @FunctionalInterface
    private interface Change {
        void on(Connection connection) throws SQLException;
    }

    private Result change(Change change) {
        if (!workspace.dialect().exists(workspace.database())) {
            throw new MigrationException(
                    ErrorCode.DATABASE_UNREACHABLE,
                    "There is no database at " + workspace.database()
                            + " that could be protected. Correct limbeck.url.");
        }
        try (Connection connection = workspace.connectSilently()) {
            RunLock lock = workspace.lock();
            try {
                change.on(connection);
            } finally {
                lock.close();
            }
            return new Result(Guard.name(workspace, connection), Guard.protection(workspace, connection));
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }
}
