// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the indexes of all tables. Primary and unique keys are indexes here, and told apart by what they say. */
final class MysqlIndexes {
    private static final String INDEXES = """
            select table_schema, table_name, index_name, non_unique, column_name, collation, sub_part, index_type,
              index_comment, %s as expression, %s as unused
            from information_schema.statistics
            where table_schema = ?
            order by table_name, index_name, seq_in_index
            """;

    private static final String TREE = "btree";
    private static final String HASH = "hash";

    private MysqlIndexes() {}

    private record Key(Name table, String index) {}

    static Map<Name, List<Index>> read(MysqlCatalogue catalogue, MysqlReading reading) throws SQLException {
        Map<Key, Index> indexes = new LinkedHashMap<>();
        catalogue.read(INDEXES.formatted(reading.indexExpression(), reading.indexUnused()), row -> {
            Name table = catalogue.name(row.getString("table_schema"), row.getString("table_name"));
            Key key = new Key(table, row.getString("index_name"));
            Index index = indexes.getOrDefault(key, start(row));
            List<Index.Part> parts = new ArrayList<>(index.parts());
            parts.add(part(row, index.method(), reading));
            indexes.put(key, index.withParts(parts));
        });
        Map<Name, List<Index>> byTable = new HashMap<>();
        indexes.forEach((key, index) ->
                byTable.computeIfAbsent(key.table(), name -> new ArrayList<>()).add(index));
        return byTable;
    }

    private static Index start(ResultSet row) throws SQLException {
        return Index.of(row.getString("index_name"), List.of())
                .withUnique(!row.getBoolean("non_unique"))
                .withMethod(method(row.getString("index_type")))
                .withOptions(options(row));
    }

    private static Map<String, String> options(ResultSet row) throws SQLException {
        Map<String, String> options = new HashMap<>();
        String comment = row.getString("index_comment");
        if (comment != null && !comment.isEmpty()) {
            options.put(MysqlIndexSql.COMMENT, comment);
        }
        String unused = row.getString("unused");
        if (unused != null) {
            options.put(unused, MysqlIndexSql.SET);
        }
        return options;
    }

    private static String method(String type) {
        return type.equals("RTREE") ? "spatial" : type.toLowerCase(Locale.ROOT);
    }

    /** The beginning of a text to index by is written as in SQL, {@code title(20)}. */
    private static Index.Part part(ResultSet row, @Nullable String method, MysqlReading reading) throws SQLException {
        String column = row.getString("column_name");
        if (column == null) {
            return Index.Part.expression(reading.expression(row.getString("expression")));
        }
        int length = row.getInt("sub_part");
        boolean isWhole = length == 0 || !(TREE.equals(method) || HASH.equals(method));
        Index.Part part = isWhole ? Index.Part.column(column) : MysqlIndexSql.beginning(column, String.valueOf(length));
        return "D".equals(row.getString("collation")) ? part.desc() : part;
    }

    /**
     * The table with its keys and with those of its indexes that the server did not make for a foreign key.
     *
     * @param engine that keeps the table's rows
     */
    static Table into(Table table, List<Index> indexes, String engine) {
        Table result = table;
        for (Index read : indexes) {
            Index index = isUsual(read, engine) ? read.withMethod(null) : read;
            if (index.name().equals(MysqlPrimaryKey.NAME)) {
                result = result.plus(MysqlPrimaryKey.of(index));
            } else if (index.unique() && MysqlForeignKeys.isPlain(index)) {
                result = result.plus(Constraint.Unique.of(index.name(), MysqlForeignKeys.columns(index)));
            } else {
                result = result.plus(index);
            }
        }
        return MysqlForeignKeys.withoutImplicit(result);
    }

    /**
     * Whether an index is kept as it would be if nobody had said how. A unique key over long texts is kept by their hashes
     * without a word; over others 11.4 forgets with the next change of the table that somebody asked for that.
     */
    private static boolean isUsual(Index index, String engine) {
        boolean inMemory = engine.equalsIgnoreCase("MEMORY");
        return inMemory
                ? HASH.equals(index.method())
                : TREE.equals(index.method()) || (index.unique() && HASH.equals(index.method()));
    }
}
