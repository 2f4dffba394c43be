// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the indexes of all tables that no constraint made. */
final class H2Indexes {
    /** One row for each part. */
    private static final String INDEXES = """
            select i.table_schema, i.table_name, i.index_name, i.index_type_name, i.nulls_distinct, c.column_name,
              c.ordering_specification, c.null_ordering
            from information_schema.indexes i
            join information_schema.index_columns c
              on c.index_schema = i.index_schema and c.index_name = i.index_name
            where not i.is_generated and i.table_schema = any (?)
            order by i.table_schema, i.table_name, i.index_name, c.ordinal_position
            """;

    private H2Indexes() {}

    private record Key(Name table, String index) {}

    static Map<Name, List<Index>> read(H2Catalogue catalogue) throws SQLException {
        String nulls = catalogue.defaultNullOrdering();
        Map<Key, Index> indexes = new LinkedHashMap<>();
        catalogue.read(INDEXES, row -> {
            Name table = catalogue.name(row.getString("table_schema"), row.getString("table_name"));
            Key key = new Key(table, catalogue.known(row.getString("index_name")));
            Index index = indexes.getOrDefault(key, start(key.index(), row));
            List<Index.Part> parts = new ArrayList<>(index.parts());
            parts.add(part(catalogue, nulls, row));
            indexes.put(key, index.withParts(parts));
        });
        Map<Name, List<Index>> byTable = new HashMap<>();
        indexes.forEach((key, index) ->
                byTable.computeIfAbsent(key.table(), name -> new ArrayList<>()).add(index));
        return byTable;
    }

    private static Index start(String name, ResultSet row) throws SQLException {
        String type = row.getString("index_type_name").toLowerCase(Locale.ROOT);
        String method = type.contains("hash") ? "hash" : type.contains("spatial") ? "spatial" : null;
        return new Index(
                name,
                List.of(),
                type.contains("unique"),
                null,
                method,
                List.of(),
                "NO".equals(row.getString("nulls_distinct")));
    }

    private static Index.Part part(H2Catalogue catalogue, String usual, ResultSet row) throws SQLException {
        boolean descending = "DESC".equals(row.getString("ordering_specification"));
        return new Index.Part(
                catalogue.known(row.getString("column_name")),
                false,
                descending,
                nulls(row.getString("null_ordering"), descending, usual),
                null,
                null);
    }

    /** The order of nulls where it is not what H2 would take anyway. */
    private static Index.@Nullable Nulls nulls(@Nullable String ordering, boolean descending, String usual) {
        boolean usuallyFirst = switch (usual) {
            case "FIRST" -> true;
            case "LAST" -> false;
            case "HIGH" -> descending;
            default -> !descending;
        };
        if (ordering == null || ordering.equals("FIRST") == usuallyFirst) {
            return null;
        }
        return ordering.equals("FIRST") ? Index.Nulls.FIRST : Index.Nulls.LAST;
    }
}
