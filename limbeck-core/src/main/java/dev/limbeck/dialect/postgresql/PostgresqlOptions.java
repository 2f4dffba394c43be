// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the options of tables and indexes. */
final class PostgresqlOptions {
    private PostgresqlOptions() {}

    /**
     * Storage parameters, which the catalogue holds as {@code name=value} in the order in which they were given, and the
     * tablespace where it is not the usual.
     */
    static Map<String, String> read(ResultSet row, String parameters, String tablespace) throws SQLException {
        Map<String, String> options = new LinkedHashMap<>();
        add(options, "", row, parameters);
        String space = row.getString(tablespace);
        if (space != null) {
            options.put(PostgresqlIndexSql.TABLESPACE, space);
        }
        return options;
    }

    /** All options of a table, by the names that {@link PostgresqlTableSql} writes. */
    static Map<String, String> ofTable(PostgresqlCatalogue catalogue, ResultSet row) throws SQLException {
        Map<String, String> options = read(row, "parameters", "spcname");
        add(options, "toast.", row, "toast_parameters");
        options.putAll(words(catalogue, row));
        return options;
    }

    private static SortedMap<String, String> words(PostgresqlCatalogue catalogue, ResultSet row) throws SQLException {
        SortedMap<String, String> options = new TreeMap<>();
        if (row.getString("relpersistence").equals("u")) {
            options.put(PostgresqlTableSql.UNLOGGED, "");
        }
        if (row.getBoolean("relrowsecurity")) {
            options.put(PostgresqlTableSql.ROW_SECURITY, "");
        }
        if (row.getBoolean("relforcerowsecurity")) {
            options.put(PostgresqlTableSql.FORCED_ROW_SECURITY, "");
        }
        if (row.getString("method") != null) {
            options.put(PostgresqlTableSql.USING, row.getString("method"));
        }
        if (row.getString("partition_key") != null) {
            options.put(PostgresqlTableSql.PARTITION_BY, row.getString("partition_key"));
        }
        if (row.getString("clustered") != null) {
            options.put(PostgresqlTableSql.CLUSTER_ON, row.getString("clustered"));
        }
        identity(options, row);
        String parents = parents(catalogue, row);
        if (row.getBoolean("relispartition")) {
            options.put(PostgresqlTableSql.PARTITION_OF, parents + " " + row.getString("bound"));
        } else if (!parents.isEmpty()) {
            options.put(PostgresqlTableSql.INHERITS, parents);
        }
        return options;
    }

    /** An index that is gone leaves no identity at all. */
    private static void identity(SortedMap<String, String> options, ResultSet row) throws SQLException {
        String index = row.getString("identity_index");
        switch (row.getString("relreplident")) {
            case "f" -> options.put(PostgresqlTableSql.REPLICA_IDENTITY, "full");
            case "n" -> options.put(PostgresqlTableSql.REPLICA_IDENTITY, "nothing");
            case "i" ->
                options.put(
                        PostgresqlTableSql.REPLICA_IDENTITY,
                        index == null ? "nothing" : PostgresqlTableSql.USING_INDEX + index);
            default -> {}
        }
    }

    private static String parents(PostgresqlCatalogue catalogue, ResultSet row) throws SQLException {
        List<String> schemas = PostgresqlCatalogue.strings(row, "parent_schemas");
        List<String> names = PostgresqlCatalogue.strings(row, "parents");
        List<String> parents = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            parents.add(catalogue.name(schemas.get(i), names.get(i)).toString());
        }
        return String.join(", ", parents);
    }

    private static void add(Map<String, String> options, String prefix, ResultSet row, String parameters)
            throws SQLException {
        for (String parameter : PostgresqlCatalogue.strings(row, parameters)) {
            int equals = parameter.indexOf('=');
            options.put(prefix + parameter.substring(0, equals), parameter.substring(equals + 1));
        }
    }
}
