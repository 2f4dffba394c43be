// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.bridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * The foreign and unique keys that Hibernate knows of, also where its dialect does not write them. An identifier is a
 * list of its text and whether it is quoted.
 */
final class MetadataKeys {
    private static final boolean RENAMED = Arrays.stream(Table.class.getMethods())
            .anyMatch(method -> method.getName().equals("getForeignKeyCollection"));

    private MetadataKeys() {}

    static List<Map<String, Object>> foreignKeys(Metadata metadata) {
        List<Map<String, Object>> keys = new ArrayList<>();
        tables(metadata)
                .flatMap(table -> foreignKeysOf(table).stream())
                .filter(key -> key.isCreationEnabled() && key.isPhysicalConstraint())
                .filter(key -> key.getReferencedTable().isPhysicalTable())
                .forEach(key -> keys.add(foreignKey(key)));
        return keys;
    }

    static List<Map<String, Object>> uniqueKeys(Metadata metadata) {
        List<Map<String, Object>> keys = new ArrayList<>();
        tables(metadata).forEach(table -> {
            table.getUniqueKeys().values().stream()
                    .filter(key -> !isPrimaryKey(table, key))
                    .forEach(key -> keys.add(uniqueKey(key)));
        });
        return keys;
    }

    private static Stream<Table> tables(Metadata metadata) {
        return StreamSupport.stream(metadata.getDatabase().getNamespaces().spliterator(), false)
                .flatMap(namespace -> namespace.getTables().stream())
                .filter(table -> table.isPhysicalTable() && !table.isView());
    }

    /** Hibernate 7 has a new accessor and will drop the old one, which is all that Hibernate 6 has. */
    @SuppressWarnings("removal")
    private static Collection<ForeignKey> foreignKeysOf(Table table) {
        return RENAMED
                ? table.getForeignKeyCollection()
                : table.getForeignKeys().values();
    }

    private static boolean isPrimaryKey(Table table, UniqueKey key) {
        return table.hasPrimaryKey() && table.getPrimaryKey().getColumns().equals(key.getColumns());
    }

    private static Map<String, Object> foreignKey(ForeignKey key) {
        Map<String, Object> values = new HashMap<>();
        put(values, "name", identifier(key.getName(), false));
        values.put("table", table(key.getTable()));
        values.put("columns", columns(key.getColumns()));
        values.put("references", table(key.getReferencedTable()));
        values.put(
                "referencedColumns",
                columns(
                        key.isReferenceToPrimaryKey()
                                ? key.getReferencedTable().getPrimaryKey().getColumns()
                                : key.getReferencedColumns()));
        if (key.getOnDeleteAction() != null) {
            values.put("onDelete", key.getOnDeleteAction().name());
        }
        put(values, "definition", key.getKeyDefinition());
        return values;
    }

    private static Map<String, Object> uniqueKey(UniqueKey key) {
        Map<String, Object> values = new HashMap<>();
        put(values, "name", identifier(key.getName(), false));
        values.put("table", table(key.getTable()));
        values.put("columns", columns(key.getColumns()));
        return values;
    }

    static Map<String, Object> table(Table table) {
        Map<String, Object> values = new HashMap<>();
        put(values, "schema", identifier(table.getSchemaIdentifier()));
        put(values, "name", identifier(table.getNameIdentifier()));
        return values;
    }

    private static List<Object> columns(Collection<Column> columns) {
        List<Object> names = new ArrayList<>();
        for (Column column : columns) {
            names.add(List.of(column.getName(), column.isQuoted()));
        }
        return names;
    }

    private static @Nullable Object identifier(@Nullable Identifier identifier) {
        return identifier == null ? null : List.of(identifier.getText(), identifier.isQuoted());
    }

    private static @Nullable Object identifier(@Nullable String name, boolean quoted) {
        return name == null ? null : List.of(name, quoted);
    }

    private static void put(Map<String, Object> values, String key, @Nullable Object value) {
        if (value != null) {
            values.put(key, value);
        }
    }
}
