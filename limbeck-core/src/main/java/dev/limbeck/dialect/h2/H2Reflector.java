// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.StoredObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads what a database holds: one catalogue query for each kind of object. */
final class H2Reflector {
    /** Linked and temporary tables are none of the schema's. */
    private static final String TABLES = """
            select table_schema, table_name, remarks
            from information_schema.tables
            where table_type = 'BASE TABLE' and storage_type in ('CACHED', 'MEMORY') and table_schema = any (?)
            order by table_schema, table_name
            """;

    static final String CONSTRAINT = "constraint";

    private H2Reflector() {}

    static Schema reflect(Connection connection, Reflection wanted) throws SQLException {
        H2Catalogue catalogue = H2Catalogue.of(connection, wanted);
        Map<Name, List<Column>> columns = H2Columns.read(catalogue);
        Map<Name, List<H2Constraints.Named>> constraints = H2Constraints.read(catalogue);
        Map<Name, List<Index>> indexes = H2Indexes.read(catalogue);
        List<Table> tables = new ArrayList<>();
        catalogue.read(TABLES, row -> {
            Name name = catalogue.name(row.getString("table_schema"), row.getString("table_name"));
            if (!catalogue.isExcluded(name)) {
                tables.add(new Table(
                        name,
                        columns.getOrDefault(name, List.of()),
                        constraints.getOrDefault(name, List.of()).stream()
                                .map(H2Constraints.Named::constraint)
                                .toList(),
                        indexes.getOrDefault(name, List.of()),
                        row.getString("remarks"),
                        new TreeMap<>()));
            }
        });
        return Schema.of(tables, H2Sequences.read(catalogue), List.of())
                .withCode(H2Code.read(catalogue))
                .withSchemas(catalogue.schemasBeside());
    }

    /** The constraints of a table under the names that the database has for them, also where that is its own invention. */
    static List<StoredObject> stored(Connection connection, Name table) throws SQLException {
        List<String> schemas = new ArrayList<>();
        schemas.add(H2Names.of(connection).known(connection.getSchema()));
        if (table.schema() != null) {
            schemas.add(table.schema());
        }
        H2Catalogue catalogue = H2Catalogue.of(connection, new Reflection(schemas, Set.of()));
        return H2Constraints.read(catalogue).getOrDefault(table, List.of()).stream()
                .map(named -> new StoredObject(
                        CONSTRAINT,
                        named.name(),
                        table.name(),
                        named.constraint().toString()))
                .toList();
    }
}
