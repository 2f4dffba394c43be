// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.StoredObject;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a database holds: one catalogue query for each kind of object. */
final class MysqlReflector {
    private static final String TABLES = """
            select t.table_schema as table_schema, t.table_name as table_name, t.engine as engine,
              t.table_collation as table_collation, s.default_collation_name as usual_collation,
              t.create_options as create_options, t.table_comment as table_comment, t.table_type as table_type,
              @@default_storage_engine as usual_engine
            from information_schema.tables t
            join information_schema.schemata s on s.schema_name = t.table_schema
            where t.table_schema = ? and t.table_type in ('BASE TABLE', 'SYSTEM VERSIONED')
            order by t.table_name
            """;

    private static final Pattern SETTING = Pattern.compile("`?(\\w+)`?=(\"?)(\\w+)\\2");

    private MysqlReflector() {}

    /** Reads in a mode of its own, so that names and texts come out quoted the same whatever the connection's mode is. */
    static Schema reflect(Connection connection, Reflection wanted, MysqlReading reading) throws SQLException {
        if (!wanted.schemas().isEmpty()) {
            throw new MigrationException(
                    ErrorCode.CONFIG_BAD_VALUE,
                    "limbeck.schemas is " + String.join(", ", wanted.schemas())
                            + ", but a schema is a database here, and the URL names it. Take limbeck.schemas out.");
        }
        List<String> databases = List.of(currentDatabase(connection));
        try (PlainMode mode = PlainMode.set(connection)) {
            return read(new MysqlCatalogue(mode.connection(), databases, wanted), reading);
        }
    }

    private static String currentDatabase(Connection connection) throws SQLException {
        String database = connection.getCatalog();
        if (database == null || database.isEmpty()) {
            throw new MigrationException(
                    ErrorCode.DATABASE_FAILED,
                    "The URL " + connection.getMetaData().getURL()
                            + " names no database; add /DATABASE to it in limbeck.url.");
        }
        return database;
    }

    /** The usual SQL mode, until it is closed and the one before is back. */
    private record PlainMode(Connection connection, String before) implements AutoCloseable {
        static PlainMode set(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                String before;
                try (ResultSet row = statement.executeQuery("select @@sql_mode")) {
                    row.next();
                    before = row.getString(1);
                }
                statement.execute("set session sql_mode = ''");
                return new PlainMode(connection, before);
            }
        }

        @Override
        public void close() throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set session sql_mode = '" + before + "'");
            }
        }
    }

    private static Schema read(MysqlCatalogue catalogue, MysqlReading reading) throws SQLException {
        Map<Name, List<Column>> columns = MysqlColumns.read(catalogue, reading);
        Map<Name, List<Constraint>> constraints = MysqlConstraints.read(catalogue, reading);
        Map<Name, List<Index>> indexes = MysqlIndexes.read(catalogue, reading);
        Map<Name, String> partitions = MysqlPartitions.read(catalogue, reading);
        List<Table> tables = new ArrayList<>();
        catalogue.read(TABLES, row -> {
            Name name = catalogue.name(row.getString("table_schema"), row.getString("table_name"));
            if (!catalogue.isExcluded(name)) {
                String comment = row.getString("table_comment");
                Table table = new Table(
                        name,
                        columns.getOrDefault(name, List.of()),
                        constraints.getOrDefault(name, List.of()),
                        List.of(),
                        comment.isEmpty() ? null : comment,
                        options(row, partitions.get(name)));
                String collation = Objects.requireNonNullElse(row.getString("table_collation"), "");
                tables.add(MysqlIndexes.into(
                        MysqlConstraints.withJson(table, collation),
                        indexes.getOrDefault(name, List.of()),
                        Objects.requireNonNullElse(row.getString("engine"), "")));
            }
        });
        return Schema.of(tables, reading.sequences(catalogue), List.of()).withCode(MysqlCode.read(catalogue, reading));
    }

    /** What differs from the database's own. */
    private static SortedMap<String, String> options(ResultSet row, @Nullable String partitions) throws SQLException {
        SortedMap<String, String> options = new TreeMap<>();
        Matcher setting = SETTING.matcher(Objects.requireNonNullElse(row.getString("create_options"), ""));
        while (setting.find()) {
            String option = setting.group(1).toLowerCase(Locale.ROOT);
            String quote = setting.group(2).isEmpty() ? "" : "'";
            String value = quote + setting.group(3) + quote;
            String usual = MysqlTableOptions.SETTINGS.get(option);
            if (usual != null && !usual.equals(value)) {
                options.put(option, value);
            }
        }
        String engine = row.getString("engine");
        if (engine != null && !engine.equalsIgnoreCase(row.getString("usual_engine"))) {
            options.put(MysqlTableOptions.ENGINE, engine);
        }
        String collation = row.getString("table_collation");
        if (collation != null && !collation.equals(row.getString("usual_collation"))) {
            options.put(MysqlTableOptions.COLLATE, collation);
        }
        if (row.getString("table_type").equals("SYSTEM VERSIONED")) {
            options.put(MysqlTableOptions.VERSIONING, "");
        }
        if (partitions != null) {
            options.put(MysqlTableOptions.PARTITION, partitions);
        }
        return options;
    }

    /** The text by which the server keeps a table; it never rebuilds one, so nothing hangs on it. */
    static List<StoredObject> stored(Connection connection, Name table) throws SQLException {
        String name = table.schema() == null
                ? MysqlDialect.forceQuoted(table.name())
                : MysqlDialect.forceQuoted(table.schema()) + "." + MysqlDialect.forceQuoted(table.name());
        try (PlainMode mode = PlainMode.set(connection);
                Statement statement = mode.connection().createStatement();
                ResultSet row = statement.executeQuery("show create table " + name)) {
            row.next();
            return List.of(new StoredObject("table", table.name(), table.name(), row.getString(2)));
        }
    }
}
