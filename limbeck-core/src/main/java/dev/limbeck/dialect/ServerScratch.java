// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database created for the moment on the target's server or, where that is not to be had, on an embedded one. */
public final class ServerScratch implements Scratch {
    private static final Logger log = LoggerFactory.getLogger(ServerScratch.class);

    private static final String NAME_PREFIX = "limbeck_scratch_";

    private final Maker maker;
    private final Database server;
    private final String name;
    private final Connection connection;
    private final Thread hook;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ServerScratch(Maker maker, Database server, String name, Connection connection, Thread hook) {
        this.maker = maker;
        this.server = server;
        this.name = name;
        this.connection = connection;
        this.hook = hook;
    }

    /** How one kind of server makes a database and throws it away. */
    public interface Maker {

        /** Creates the database, and opens a connection to it that is ready for migrations. */
        Connection open(Database server, String name) throws SQLException;

        /** Drops the database if it is there, whoever else is connected to it. */
        void drop(Connection administrator, String name) throws SQLException;

        /** The statement that gives a user the right to create databases. */
        String grant(@Nullable String user);
    }

    /**
     * A wrong password is reported and not got around: whoever mistypes it would otherwise never learn that the
     * comparison ran on another server, of another version.
     */
    public static Scratch open(Maker maker, Database target) {
        try {
            return create(maker, target);
        } catch (MigrationException unavailable) {
            if (unavailable.code() == ErrorCode.DATABASE_LOGIN_REFUSED
                    || unavailable.code() == ErrorCode.DRIVER_MISSING
                    || unavailable.code() == ErrorCode.DATABASE_NOT_SUPPORTED) {
                throw unavailable;
            }
            log.info(
                    "no scratch database on the server of {}, trying an embedded one: {}",
                    target,
                    unavailable.getMessage());
            return embedded(maker, target, unavailable);
        }
    }

    private static Scratch embedded(Maker maker, Database target, MigrationException reason) {
        Optional<EmbeddedServer> server = EmbeddedServer.find(target.dialect().name());
        if (server.isEmpty()) {
            throw unavailable(maker, target, reason, "dev.limbeck:limbeck-embedded with one is not on the class path");
        }
        try {
            return create(maker, server.get().start());
        } catch (MigrationException failure) {
            MigrationException both = unavailable(maker, target, reason, String.valueOf(failure.getMessage()));
            both.addSuppressed(failure);
            throw both;
        }
    }

    private static MigrationException unavailable(
            Maker maker, Database target, MigrationException reason, String embedded) {
        return new MigrationException(
                ErrorCode.SCRATCH_UNAVAILABLE,
                "No scratch database can be made.\n  On the server of " + target + ": " + reason.getMessage()
                        + "\n  On an embedded " + target.dialect().label() + ": " + embedded + "\nGrant the right ("
                        + maker.grant(target.user())
                        + "), or add dev.limbeck:limbeck-embedded, or name an empty database in limbeck.scratch.",
                reason);
    }

    /** The hook stands before the database does, so that no moment is left at which an interrupt leaves it behind. */
    private static ServerScratch create(Maker maker, Database server) {
        String name = NAME_PREFIX
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        Thread hook = new Thread(() -> dropAtExit(maker, server, name), "limbeck-scratch");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return new ServerScratch(maker, server, name, maker.open(server, name), hook);
        } catch (SQLException failure) {
            throw undone(maker, server, name, hook, failed("create the scratch database " + name, server, failure));
        } catch (MigrationException failure) {
            throw undone(maker, server, name, hook, failure);
        }
    }

    /** What was made before the failure is dropped; that it cannot be is no news where nothing could be made. */
    private static MigrationException undone(
            Maker maker, Database server, String name, Thread hook, MigrationException reason) {
        remove(hook);
        try {
            drop(maker, server, name);
        } catch (MigrationException second) {
            reason.addSuppressed(second);
        }
        return reason;
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            log.trace("the JVM is shutting down, so the hook runs", shuttingDown);
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        remove(hook);
        disconnect();
        drop(maker, server, name);
    }

    private void disconnect() {
        try {
            connection.close();
        } catch (SQLException broken) {
            log.debug("the connection to {} was broken already", name, broken);
        }
    }

    /** At this point an embedded server may be gone already, and the database with it. */
    private static void dropAtExit(Maker maker, Database server, String name) {
        try {
            drop(maker, server, name);
        } catch (MigrationException failure) {
            log.warn("{}", failure.getMessage());
        }
    }

    private static void drop(Maker maker, Database server, String name) {
        try (Connection connection = server.connect()) {
            maker.drop(connection, name);
        } catch (SQLException failure) {
            throw failed("drop the scratch database " + name + "; drop it by hand", server, failure);
        }
    }

    private static MigrationException failed(String what, Database server, SQLException failure) {
        return new MigrationException(
                ErrorCode.DATABASE_FAILED,
                "Cannot " + what + " (on the server of " + server + "): " + failure.getMessage(),
                failure);
    }
}
