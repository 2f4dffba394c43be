// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.schema.Name;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs catalogue queries over the schemas that are wanted, and names what they find. */
final class PostgresqlCatalogue {
    private final Connection connection;
    private final List<String> schemas;
    private final Reflection wanted;

    /** The first schema is the default one. */
    PostgresqlCatalogue(Connection connection, List<String> schemas, Reflection wanted) {
        this.connection = connection;
        this.schemas = schemas;
        this.wanted = wanted;
    }

    /** Takes one row of a query. */
    @FunctionalInterface
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** Runs a query whose one parameter is the array of schemas. */
    void read(String query, Reader reader) throws SQLException {
        Array names = connection.createArrayOf("text", schemas.toArray());
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, names);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } finally {
            names.free();
        }
    }

    /** Adds to the options of a table what a row says of a part of it. */
    @FunctionalInterface
    interface OptionReader {
        void read(ResultSet row, SortedMap<String, String> options) throws SQLException;
    }

    /** What a query, whose rows say their table as {@code nspname} and {@code relname}, finds of tables, by table. */
    Map<Name, SortedMap<String, String>> options(String query, OptionReader reader) throws SQLException {
        Map<Name, SortedMap<String, String>> options = new HashMap<>();
        read(query, row -> {
            Name table = name(row.getString("nspname"), row.getString("relname"));
            reader.read(row, options.computeIfAbsent(table, each -> new TreeMap<>()));
        });
        return options;
    }

    /** The name of an object; one in the default schema has none. */
    Name name(String schema, String name) {
        return new Name(schema.equals(schemas.get(0)) ? null : schema, name);
    }

    boolean isRead(String schema) {
        return schemas.contains(schema);
    }

    /**
     * A collation by the columns {@code collation_name} and {@code collation_schema}; one that needs its schema said comes
     * in quotes, since names of collations have dots of their own.
     */
    @Nullable
    String collation(ResultSet row) throws SQLException {
        String name = row.getString("collation_name");
        String schema = row.getString("collation_schema");
        return name == null || schema.equals("pg_catalog") || schema.equals(schemas.get(0))
                ? name
                : PostgresqlDialect.forceQuoted(schema) + "." + PostgresqlDialect.forceQuoted(name);
    }

    /** A table of the default schema may be excluded by either of its names. */
    boolean isExcluded(Name table) {
        Name qualified = table.schema() == null ? new Name(schemas.get(0), table.name()) : table;
        return wanted.excludedTables().contains(table)
                || wanted.excludedTables().contains(qualified);
    }

    /**
     * A condition, behind others, that leaves out what an extension made, or what comes with something else; the columns
     * by which a table is partitioned come with the table.
     */
    static String noExtension(String catalogue, String number) {
        return "and not exists (select from pg_catalog.pg_depend made where made.classid = 'pg_catalog." + catalogue
                + "'::regclass and made.objid = " + number + " and made.objsubid = 0 and made.deptype in ('e', 'i'))";
    }

    /** A column of type {@code text[]}; none where it is null. */
    static List<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
