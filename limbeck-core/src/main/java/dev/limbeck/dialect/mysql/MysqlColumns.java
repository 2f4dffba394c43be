// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.SequenceOptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the columns of all tables. */
final class MysqlColumns {
    private static final String COLUMNS = """
            select c.table_schema as table_schema, c.table_name as table_name, c.column_name as column_name,
              c.column_default as column_default, c.is_nullable as is_nullable, c.column_type as column_type,
              c.collation_name as collation_name, t.table_collation as table_collation, c.extra as extra,
              c.column_comment as column_comment, c.generation_expression as generation_expression
            from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            where c.table_schema = ? and t.table_type in ('BASE TABLE', 'SYSTEM VERSIONED')
            order by c.table_name, c.ordinal_position
            """;

    private static final Pattern ON_UPDATE = Pattern.compile("(?i)on update (\\S+)");

    private MysqlColumns() {}

    static Map<Name, List<Column>> read(MysqlCatalogue catalogue, MysqlReading reading) throws SQLException {
        Map<Name, List<Column>> columns = new HashMap<>();
        catalogue.read(COLUMNS, row -> {
            Name table = catalogue.name(row.getString("table_schema"), row.getString("table_name"));
            columns.computeIfAbsent(table, name -> new ArrayList<>()).add(column(row, reading));
        });
        return reading.exact(catalogue, columns);
    }

    private static Column column(ResultSet row, MysqlReading reading) throws SQLException {
        DataType type = MysqlTypes.parse(type(row));
        String collation = row.getString("collation_name");
        String comment = row.getString("column_comment");
        return new Column(
                row.getString("column_name"),
                type,
                row.getString("is_nullable").equals("YES"),
                value(row, type, reading),
                collation == null || collation.equals(row.getString("table_collation")) ? null : collation,
                comment.isEmpty() ? null : comment);
    }

    /** That a column is invisible, or has no history, is said with its type, so that it is kept with it. */
    private static String type(ResultSet row) throws SQLException {
        String extra = row.getString("extra").toUpperCase(Locale.ROOT);
        return row.getString("column_type")
                + (extra.contains("INVISIBLE") ? " invisible" : "")
                + (extra.contains("WITHOUT SYSTEM VERSIONING") ? " without system versioning" : "");
    }

    private static @Nullable ColumnValue value(ResultSet row, DataType type, MysqlReading reading) throws SQLException {
        String extra = row.getString("extra");
        if (extra.contains("auto_increment")) {
            return new ColumnValue.Identity(false, SequenceOptions.DEFAULTS);
        }
        if (extra.matches("(?i).*\\b(virtual|stored|persistent) generated\\b.*")) {
            boolean stored = !extra.toLowerCase(Locale.ROOT).contains("virtual");
            return new ColumnValue.Generated(reading.expression(row.getString("generation_expression")), stored);
        }
        ColumnValue value = reading.defaultOf(row, type);
        Matcher update = ON_UPDATE.matcher(extra);
        return update.find() ? withUpdate(value, update.group(1)) : value;
    }

    /** What a column becomes when its row changes is said behind its default, as it is in SQL. */
    private static ColumnValue withUpdate(@Nullable ColumnValue value, String update) {
        String clause = MysqlExpressions.ON_UPDATE + update.toLowerCase(Locale.ROOT);
        if (value instanceof ColumnValue.Literal literal) {
            return new ColumnValue.Expression(MysqlDialect.literalOf(literal.value()) + " " + clause);
        }
        return new ColumnValue.Expression(
                value instanceof ColumnValue.Expression expression ? expression.sql() + " " + clause : clause);
    }
}
