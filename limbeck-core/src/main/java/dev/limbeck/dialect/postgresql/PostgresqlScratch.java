// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.ServerScratch;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a database for the moment, as the server's own database is set up. */
final class PostgresqlScratch implements ServerScratch.Maker {
    private static final Pattern SEARCHED = Pattern.compile("\"((?:[^\"]|\"\")++)\"|([^\",\\s]+)");
    private static final int FORCE_SINCE = 13;

    @Override
    public Connection open(Database server, String name) throws SQLException {
        String searchPath;
        try (Connection administrator = server.connect()) {
            searchPath = createDatabase(administrator, name);
        }
        Connection connection = server.withUrl(url(server.url(), name)).connect();
        try {
            ready(server, connection, schemas(searchPath));
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
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

    private static void ready(Database server, Connection connection, List<String> schemas) throws SQLException {
        server.dialect().prepare(connection);
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
    public void drop(Connection administrator, String name) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            if (administrator.getMetaData().getDatabaseMajorVersion() >= FORCE_SINCE) {
                statement.execute("drop database if exists " + name + " with (force)");
            } else {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
                statement.execute("drop database if exists " + name);
            }
        }
    }

    @Override
    public String grant(@Nullable String user) {
        return "alter role " + (user == null ? "…" : user) + " createdb";
    }
}
