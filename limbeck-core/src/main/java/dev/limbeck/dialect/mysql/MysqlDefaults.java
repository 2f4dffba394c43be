// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.mysql.MysqlTypes.Family;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.DataType;
import java.util.Locale;

/** Defaults as they stand in a column's definition, with what the column becomes when its row changes. */
final class MysqlDefaults {
    private MysqlDefaults() {}

    static String sql(ColumnValue value, DataType type) {
        return value instanceof ColumnValue.Expression expression
                ? expression(expression.sql(), type)
                : "default " + literal((ColumnValue.Literal) value, type);
    }

    /** Long texts take an expression only. */
    static String literal(ColumnValue.Literal literal, DataType type) {
        String sql = MysqlDialect.literalOf(literal.value());
        return Family.of(type) == Family.LARGE_TEXT ? "(" + sql + ")" : sql;
    }

    private static String expression(String sql, DataType type) {
        int update = sql.toLowerCase(Locale.ROOT).indexOf(MysqlExpressions.ON_UPDATE);
        if (update < 0) {
            return "default " + value(sql, type);
        }
        String moment = sql.substring(update + MysqlExpressions.ON_UPDATE.length());
        String clause = MysqlExpressions.ON_UPDATE + MysqlExpressions.precise(moment.strip(), type);
        return update == 0
                ? clause
                : "default " + value(sql.substring(0, update).strip(), type) + " " + clause;
    }

    /** All but constants and the current moment stands in parentheses. */
    private static String value(String sql, DataType type) {
        boolean plain = MysqlExpressions.isNow(sql) || sql.matches("(?i)null|[bx]?'(?:[^'\\\\]|''|\\\\.)*+'");
        return plain ? MysqlExpressions.precise(sql, type) : "(" + sql + ")";
    }
}
