// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.schema.Name;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Runs catalogue queries over the schemas that are wanted, and names what they find. */
final class H2Catalogue {
    private static final String SCHEMAS = "SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA"
            + " WHERE UPPER(SCHEMA_NAME) NOT IN ('INFORMATION_SCHEMA', 'PG_CATALOG') ORDER BY SCHEMA_NAME";

    private final Connection connection;
    private final H2Names names;
    private final List<String> schemas;
    private final List<String> present;
    private final Reflection wanted;

    private H2Catalogue(
            Connection connection, H2Names names, List<String> schemas, List<String> present, Reflection wanted) {
        this.connection = connection;
        this.names = names;
        this.schemas = schemas;
        this.present = present;
        this.wanted = wanted;
    }

    /** The schemas as the database stores their names, the default one first. */
    static H2Catalogue of(Connection connection, Reflection wanted) throws SQLException {
        H2Names names = H2Names.of(connection);
        List<String> schemas = new ArrayList<>(
                wanted.schemas().isEmpty()
                        ? List.of(Objects.requireNonNull(connection.getSchema()))
                        : wanted.schemas().stream().map(names::stored).toList());
        List<String> present = present(connection);
        present.stream()
                .filter(schema -> wanted.others().contains(names.known(schema)) && !schemas.contains(schema))
                .forEach(schemas::add);
        return new H2Catalogue(connection, names, schemas, present, wanted);
    }

    private static List<String> present(Connection connection) throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(SCHEMAS);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        }
        return schemas;
    }

    /** The schemas beside the default one that are there, but for the one that comes with every database. */
    List<String> schemasBeside() {
        return schemas.subList(1, schemas.size()).stream()
                .filter(schema -> present.contains(schema) && !schema.equalsIgnoreCase("public"))
                .map(names::known)
                .toList();
    }

    /** Takes one row of a query. */
    @FunctionalInterface
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /**
     * Runs a query whose one parameter is the array of schemas. In capitals it is understood with every setting:
     * {@code DATABASE_TO_UPPER=FALSE} keeps names as they are, and those of the catalogue are in capitals then.
     */
    void read(String query, Reader reader) throws SQLException {
        Array parameter = connection.createArrayOf("varchar", schemas.toArray());
        try (PreparedStatement statement = connection.prepareStatement(query.toUpperCase(Locale.ROOT))) {
            statement.setArray(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } finally {
            parameter.free();
        }
    }

    /** Where nulls stand in an index when nobody says so: LOW, HIGH, FIRST or LAST. */
    String defaultNullOrdering() throws SQLException {
        String query = "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
                + " WHERE SETTING_NAME = 'DEFAULT_NULL_ORDERING'";
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : "LOW";
        }
    }

    /** The name of an object; one in the default schema has none. */
    Name name(String schema, String name) {
        return new Name(schema.equals(schemas.get(0)) ? null : names.known(schema), names.known(name));
    }

    String known(String stored) {
        return names.known(stored);
    }

    /** An expression of the catalogue as a person writes it. */
    String expression(String sql) {
        return H2Expressions.written(sql, names, schemas.get(0));
    }

    /** A table of the default schema may be excluded by either of its names; the lock's is never one of the schema. */
    boolean isExcluded(Name table) {
        Name qualified = table.schema() == null ? new Name(names.known(schemas.get(0)), table.name()) : table;
        return wanted.excludedTables().contains(table)
                || wanted.excludedTables().contains(qualified)
                || table.name().equals(H2Lock.TABLE);
    }
}
