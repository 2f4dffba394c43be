// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How MariaDB's catalogue tells it: texts are quoted, checks may be a column's own, and there are sequences. */
final class MariadbReading extends MysqlReading {
    private static final String CHECKS = """
            select constraint_schema as table_schema, table_name, constraint_name, level, check_clause
            from information_schema.check_constraints
            where constraint_schema = ?
            """;

    private static final String SEQUENCES = """
            select table_schema, table_name
            from information_schema.tables
            where table_schema = ? and table_type = 'SEQUENCE'
            order by table_name
            """;

    private static final long USUAL_CACHE = 1000;

    @Override
    String checks() {
        return CHECKS;
    }

    @Override
    String indexExpression() {
        return "null";
    }

    @Override
    String indexUnused() {
        return "if(ignored = 'YES', 'ignored', null)";
    }

    @Override
    String viewAlgorithm() {
        return "algorithm";
    }

    @Override
    String expression(String sql) {
        return MysqlExpressions.condition(sql);
    }

    @Override
    @Nullable
    ColumnValue defaultOf(ResultSet row, DataType type) throws SQLException {
        String told = row.getString("column_default");
        return MysqlExpressions.ofSql(
                told == null ? null : MysqlViewQuery.withoutDatabase(told, row.getString("table_schema")), type);
    }

    @Override
    Map<Name, List<Column>> exact(MysqlCatalogue catalogue, Map<Name, List<Column>> columns) throws SQLException {
        return MariadbBinaryDefaults.exact(catalogue, columns);
    }

    @Override
    ShownCode shownCode(MysqlCatalogue catalogue) throws SQLException {
        return MariadbShownCode.read(catalogue);
    }

    /** {@code https://mariadb.com/kb/en/show-create-procedure/}. */
    @Override
    String rightToReadRoutines() {
        return "SHOW CREATE ROUTINE on the database (MariaDB 11.3 and later) or SELECT on mysql.proc";
    }

    /** A sequence tells how it counts when it is read as a table; all of them are, in one query. */
    @Override
    List<Sequence> sequences(MysqlCatalogue catalogue) throws SQLException {
        List<Name> names = new ArrayList<>();
        catalogue.read(
                SEQUENCES,
                row -> names.add(catalogue.name(row.getString("table_schema"), row.getString("table_name"))));
        List<Sequence> sequences = new ArrayList<>();
        if (!names.isEmpty()) {
            String query = names.stream()
                    .map(name -> "select " + names.indexOf(name)
                            + " as number, start_value, increment, minimum_value, maximum_value, cache_size,"
                            + " cycle_option from " + catalogue.qualified(name))
                    .collect(Collectors.joining("\nunion all\n"));
            catalogue.readOnce(
                    query,
                    row -> sequences.add(
                            Sequence.of(names.get(row.getInt("number"))).withOptions(options(row))));
        }
        return sequences;
    }

    /** What differs from what the server takes where nothing is said. */
    private static SequenceOptions options(ResultSet row) throws SQLException {
        long increment = row.getLong("increment");
        long minimum = row.getLong("minimum_value");
        long maximum = row.getLong("maximum_value");
        boolean ascending = increment > 0;
        return new SequenceOptions(
                null,
                unless(row.getLong("start_value"), ascending ? minimum : maximum),
                unless(increment, 1),
                unless(minimum, ascending ? 1 : Long.MIN_VALUE + 1),
                unless(maximum, ascending ? Long.MAX_VALUE - 1 : -1),
                unless(row.getLong("cache_size"), USUAL_CACHE),
                row.getBoolean("cycle_option"));
    }

    private static @Nullable Long unless(long value, long usual) {
        return value == usual ? null : Long.valueOf(value);
    }
}
