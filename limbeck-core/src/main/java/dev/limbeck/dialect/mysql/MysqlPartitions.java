// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How tables are cut into partitions, as it stands behind {@code partition by}. */
final class MysqlPartitions {
    private static final String PARTITIONS = """
            select table_schema, table_name, partition_name, subpartition_name, partition_method, subpartition_method,
              partition_expression, subpartition_expression, partition_description, partition_comment
            from information_schema.partitions
            where table_schema = ? and partition_name is not null
            order by table_name, partition_ordinal_position, subpartition_ordinal_position
            """;

    private static final String HISTORY = "system_time";

    private final String method;
    private final @Nullable String submethod;
    private final Map<String, String> partitions = new LinkedHashMap<>();
    private final Set<String> subpartitions = new TreeSet<>();

    private MysqlPartitions(ResultSet row, MysqlReading reading) throws SQLException {
        method = words(row.getString("partition_method"), row.getString("partition_expression"), reading);
        String sub = row.getString("subpartition_method");
        submethod = sub == null ? null : words(sub, row.getString("subpartition_expression"), reading);
    }

    private static String words(String method, @Nullable String expression, MysqlReading reading) {
        if (method.equalsIgnoreCase(HISTORY)) {
            return HISTORY;
        }
        String plain = expression == null ? "" : reading.expression(expression);
        return method.toLowerCase(Locale.ROOT) + " (" + plain + ")";
    }

    /** By table. */
    static Map<Name, String> read(MysqlCatalogue catalogue, MysqlReading reading) throws SQLException {
        Map<Name, MysqlPartitions> tables = new LinkedHashMap<>();
        catalogue.read(PARTITIONS, row -> {
            Name name = catalogue.name(row.getString("table_schema"), row.getString("table_name"));
            MysqlPartitions table = tables.get(name);
            if (table == null) {
                table = new MysqlPartitions(row, reading);
                tables.put(name, table);
            }
            table.take(row);
        });
        Map<Name, String> texts = new LinkedHashMap<>();
        tables.forEach((name, table) -> texts.put(name, table.sql()));
        return texts;
    }

    private void take(ResultSet row) throws SQLException {
        String name = row.getString("partition_name");
        String comment = row.getString("partition_comment");
        String values = String.valueOf(row.getString("partition_description"));
        partitions.put(
                name,
                "partition " + MysqlDialect.quoted(name) + " " + content(values)
                        + (comment.isEmpty() ? "" : " comment = " + MysqlDialect.literalOf(comment)));
        if (submethod != null && partitions.size() == 1) {
            subpartitions.add(row.getString("subpartition_name"));
        }
    }

    private String content(String values) {
        if (isHistory()) {
            return values.equals("CURRENT") ? "current" : "history";
        }
        return "values " + (isRange() ? "less than" : "in") + " ("
                + (values.equals("MAXVALUE") ? "maxvalue" : values.equals("NULL") ? "null" : values) + ")";
    }

    /** Whether former rows are kept in parts of their own. */
    private boolean isHistory() {
        return method.equals(HISTORY);
    }

    private boolean isRange() {
        return method.startsWith("range");
    }

    private String sql() {
        if (!isRange() && !isHistory() && !method.startsWith("list")) {
            return partitions.size() == 1 ? method : method + " partitions " + partitions.size();
        }
        String sub =
                submethod == null ? "" : " subpartition by " + submethod + " subpartitions " + subpartitions.size();
        return method + sub + partitions.values().stream().collect(Collectors.joining(",\n    ", " (\n    ", ")"));
    }

    /** The partitions that one text has behind all of another's; null where that is not how they differ. */
    static @Nullable String added(String before, String after) {
        boolean lists = before.endsWith(")") && before.matches("(?is)(range|list)\\b.*\\bpartition\\b.*");
        String kept = lists ? before.substring(0, before.length() - 1) : "";
        if (!lists || !after.startsWith(kept) || after.length() <= before.length()) {
            return null;
        }
        String rest = after.substring(kept.length(), after.length() - 1).strip();
        return rest.startsWith(",") ? rest.substring(1).strip() : null;
    }
}
