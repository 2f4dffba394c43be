// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.EmbeddedServer;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database created for the moment on the target's server or, where that is not to be had, on an embedded one. */
final class PostgresqlScratch implements Scratch {
    private static final Logger log = LoggerFactory.getLogger(PostgresqlScratch.class);

    private static final String NAME_PREFIX = "limbeck_scratch_";
    private static final Pattern SEARCHED = Pattern.compile("\"((?:[^\"]|\"\")+)\"|([^\",\\s]+)");
    private static final int FORCE_SINCE = 13;

    private final Database server;
    private final String name;
    private final Connection connection;
    private final Thread hook;
    private final AtomicBoolean closed = new AtomicBoolean();

    private PostgresqlScratch(Database server, String name, Connection connection, Thread hook) {
        this.server = server;
        this.name = name;
        this.connection = connection;
        this.hook = hook;
    }

    /**
     * A wrong password is reported and not got around: whoever mistypes it would otherwise never learn that the
     * comparison ran on another server, of another version.
     */
    static Scratch open(Database target) {
        try {
            return create(target);
        } catch (MigrationException unavailable) {
            if (unavailable.code() == ErrorCode.DATABASE_LOGIN_REFUSED
                    || unavailable.code() == ErrorCode.DRIVER_MISSING) {
                throw unavailable;
            }
            log.info(
                    "no scratch database on the server of {}, trying an embedded one: {}",
                    target,
                    unavailable.getMessage());
            return embedded(target, unavailable);
        }
    }

    private static Scratch embedded(Database target, MigrationException reason) {
        Optional<EmbeddedServer> server = EmbeddedServer.find(PostgresqlDialect.NAME);
        if (server.isEmpty()) {
            throw unavailable(target, reason, "dev.limbeck:limbeck-embedded is not on the class path");
        }
        try {
            return create(server.get().start());
        } catch (MigrationException failure) {
            MigrationException both = unavailable(target, reason, String.valueOf(failure.getMessage()));
            both.addSuppressed(failure);
            throw both;
        }
    }

    private static MigrationException unavailable(Database target, MigrationException reason, String embedded) {
        return new MigrationException(
                ErrorCode.SCRATCH_UNAVAILABLE,
                "No scratch database can be made.\n  On the server of " + target + ": " + reason.getMessage()
                        + "\n  On an embedded PostgreSQL: " + embedded
                        + "\nGrant the right (alter role " + (target.user() == null ? "…" : target.user())
                        + " createdb), or add dev.limbeck:limbeck-embedded, or name an empty database in"
                        + " limbeck.scratch.",
                reason);
    }

    /** The hook stands before the database does, so that no moment is left at which an interrupt leaves it behind. */
    private static PostgresqlScratch create(Database server) {
        String name = NAME_PREFIX
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        Thread hook = new Thread(() -> dropAtExit(server, name), "limbeck-scratch");
        Runtime.getRuntime().addShutdownHook(hook);
        String searchPath;
        try (Connection connection = server.connect()) {
            searchPath = createDatabase(connection, name);
        } catch (SQLException failure) {
            remove(hook);
            throw failed("create the scratch database " + name, server, failure);
        } catch (MigrationException failure) {
            remove(hook);
            throw failure;
        }
        PostgresqlScratch scratch = new PostgresqlScratch(server, name, connect(server, name, hook), hook);
        try {
            scratch.ready(searchPath);
        } catch (SQLException failure) {
            scratch.close();
            throw failed("ready the scratch database " + name, server, failure);
        }
        return scratch;
    }

    /** Gives the search path of the server's own database, whose schemas the scratch database needs as well. */
    private static String createDatabase(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String definition;
            String searchPath;
            try (ResultSet row = statement.executeQuery("""
                    select format('create database %I template template0 encoding %L lc_collate %L lc_ctype %L',
                        'NAME', pg_encoding_to_char(encoding), datcollate, datctype),
                      array_to_string(array(select quote_ident(s) from unnest(current_schemas(false)) s), ', ')
                        || ', ' || current_setting('search_path')
                    from pg_database where datname = current_database()
                    """.replace("NAME", name))) {
                row.next();
                definition = row.getString(1);
                searchPath = row.getString(2);
            }
            statement.execute(definition);
            return searchPath;
        }
    }

    private static Connection connect(Database server, String name, Thread hook) {
        try {
            return server.withUrl(url(server.url(), name)).connect();
        } catch (MigrationException failure) {
            remove(hook);
            drop(server, name);
            throw failure;
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            log.trace("the JVM is shutting down, so the hook runs", shuttingDown);
        }
    }

    private void ready(String searchPath) throws SQLException {
        Dialect dialect = server.dialect();
        dialect.prepare(connection);
        List<String> schemas = schemas(searchPath);
        try (Statement statement = connection.createStatement()) {
            for (String schema : schemas) {
                statement.execute("create schema if not exists " + PostgresqlDialect.forceQuoted(schema));
            }
            statement.execute("set search_path = "
                    + String.join(
                            ", ",
                            schemas.stream().map(PostgresqlDialect::forceQuoted).toList()));
        }
    }

    /** The schemas that a search path names, each once and in its order. */
    private static List<String> schemas(String searchPath) {
        Stream<String> names = SEARCHED.matcher(searchPath)
                .results()
                .map(match ->
                        match.group(1) == null ? match.group(2) : match.group(1).replace("\"\"", "\""))
                .filter(name -> !name.equals("$user") && !name.startsWith("pg_"))
                .distinct();
        List<String> schemas = names.toList();
        return schemas.isEmpty() ? List.of("public") : schemas;
    }

    /** The URL of another database on the same server. */
    static String url(String url, String database) {
        String address = url.substring(PostgresqlDialect.URL_PREFIX.length());
        int options = address.indexOf('?');
        String parameters = options < 0 ? "" : address.substring(options);
        String place = options < 0 ? address : address.substring(0, options);
        if (!place.startsWith("//")) {
            return PostgresqlDialect.URL_PREFIX + database + parameters;
        }
        Matcher server = Pattern.compile("//[^/]*").matcher(place);
        return PostgresqlDialect.URL_PREFIX + (server.lookingAt() ? server.group() : place) + "/" + database
                + parameters;
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
        drop(server, name);
    }

    private void disconnect() {
        try {
            connection.close();
        } catch (SQLException broken) {
            log.debug("the connection to {} was broken already", name, broken);
        }
    }

    /** At this point an embedded server may be gone already, and the database with it. */
    private static void dropAtExit(Database server, String name) {
        try {
            drop(server, name);
        } catch (MigrationException failure) {
            log.warn("{}", failure.getMessage());
        }
    }

    private static void drop(Database server, String name) {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseMajorVersion() >= FORCE_SINCE) {
                statement.execute("drop database if exists " + name + " with (force)");
            } else {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
                statement.execute("drop database if exists " + name);
            }
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
