// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Sequence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How MySQL's catalogue tells what MariaDB's tells in another way. */
sealed class MysqlReading permits MariadbReading {
    private static final String CHECKS = """
            select t.table_schema as table_schema, t.table_name as table_name, c.constraint_name as constraint_name,
              'Table' as level, c.check_clause as check_clause
            from information_schema.table_constraints t
            join information_schema.check_constraints c
              on c.constraint_schema = t.constraint_schema and c.constraint_name = t.constraint_name
            where t.table_schema = ? and t.constraint_type = 'CHECK'
            """;

    /** The checks; a level other than {@code Table} makes one a column's own. */
    String checks() {
        return CHECKS;
    }

    /** The column of {@code information_schema.statistics} that holds a part which is no column. */
    String indexExpression() {
        return "expression";
    }

    /** The option of an index that the server keeps up but does not use, or null. */
    String indexUnused() {
        return "if(is_visible = 'NO', 'invisible', null)";
    }

    String expression(String sql) {
        return MysqlExpressions.condition(MysqlExpressions.unescapedByMysql(sql));
    }

    /** The default of a column: the plain text of a constant, or an expression that is marked as one. */
    @Nullable
    ColumnValue defaultOf(ResultSet row, DataType type) throws SQLException {
        String told = row.getString("column_default");
        if (told == null) {
            return null;
        }
        if (row.getString("extra").contains("DEFAULT_GENERATED")) {
            return MysqlExpressions.ofSql(MysqlExpressions.unescapedByMysql(told), type);
        }
        return told.startsWith("b'") ? new ColumnValue.Expression(told) : MysqlExpressions.ofText(told, type);
    }

    /** The columns, with what the query for them does not tell as it is. */
    Map<Name, List<Column>> exact(MysqlCatalogue catalogue, Map<Name, List<Column>> columns) throws SQLException {
        return columns;
    }

    /** The column, or constant, that tells how a view is computed; MySQL does not tell. */
    String viewAlgorithm() {
        return "'UNDEFINED'";
    }

    /** What a server tells of code beside its catalogue; nothing of what the user may not see. */
    interface ShownCode {
        ShownCode NONE = new ShownCode() {};

        /** The query of a view. */
        default Optional<String> query(String view) {
            return Optional.empty();
        }

        /** What stands between the parentheses of a function or procedure. */
        default Optional<String> parameters(String kind, String routine) {
            return Optional.empty();
        }
    }

    ShownCode shownCode(MysqlCatalogue catalogue) throws SQLException {
        return ShownCode.NONE;
    }

    /** The query of a view as a person writes it. */
    final String query(String definition, String database) {
        return MysqlExpressions.condition(MysqlViewQuery.withoutDatabase(definition, database));
    }

    /** What lets a user read a routine of somebody else: {@code https://dev.mysql.com/doc/refman/8.4/en/privileges-provided.html}. */
    String rightToReadRoutines() {
        return "SHOW_ROUTINE on *.* (MySQL 8.0.20 and later)";
    }

    List<Sequence> sequences(MysqlCatalogue catalogue) throws SQLException {
        return List.of();
    }
}
