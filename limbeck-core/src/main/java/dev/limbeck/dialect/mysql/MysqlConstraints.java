// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the foreign keys and checks of all tables; keys are indexes here, and read with those. */
final class MysqlConstraints {
    private static final String FOREIGN_KEYS = """
            select k.table_schema as table_schema, k.table_name as table_name, k.constraint_name as constraint_name,
              k.column_name as column_name, k.referenced_table_schema as referenced_table_schema,
              k.referenced_table_name as referenced_table_name, k.referenced_column_name as referenced_column_name,
              r.update_rule as update_rule, r.delete_rule as delete_rule
            from information_schema.key_column_usage k
            join information_schema.referential_constraints r
              on r.constraint_schema = k.constraint_schema and r.constraint_name = k.constraint_name
                and r.table_name = k.table_name
            where k.table_schema = ? and k.referenced_table_name is not null
            order by k.table_name, k.constraint_name, k.ordinal_position
            """;

    private static final DataType JSON_TEXT = DataType.of("longtext");
    private static final String JSON_COLLATION = "utf8mb4_bin";

    private MysqlConstraints() {}

    private record Key(Name table, String name) {}

    static Map<Name, List<Constraint>> read(MysqlCatalogue catalogue, MysqlReading reading) throws SQLException {
        Map<Name, List<Constraint>> constraints = foreignKeys(catalogue);
        catalogue.read(reading.checks(), row -> {
            Name table = catalogue.name(row.getString("table_schema"), row.getString("table_name"));
            boolean ofTable = row.getString("level").equals("Table");
            constraints
                    .computeIfAbsent(table, name -> new ArrayList<>())
                    .add(new Constraint.Check(
                            ofTable ? row.getString("constraint_name") : null,
                            reading.expression(row.getString("check_clause"))));
        });
        return constraints;
    }

    /**
     * Takes the checks by which MariaDB marks columns of type {@code json} for what they are.
     *
     * @param collation of the table, and of those of its columns that say none
     */
    static Table withJson(Table table, String collation) {
        Table result = table;
        for (Constraint.Check check : table.constraints(Constraint.Check.class)
                .filter(each -> each.name() == null)
                .toList()) {
            Optional<Column> json = table.columns().stream()
                    .filter(column -> isJson(column, check, collation))
                    .findFirst();
            if (json.isPresent()) {
                Column marked = json.get();
                result = result.minus(check)
                        .mapColumns(column -> column.equals(marked)
                                ? column.withType(MysqlTypes.JSON).withCollation(null)
                                : column);
            }
        }
        return result;
    }

    private static boolean isJson(Column column, Constraint.Check check, String collation) {
        return column.type().equals(JSON_TEXT)
                && check.expression().equals("json_valid(" + MysqlDialect.quoted(column.name()) + ")")
                && JSON_COLLATION.equals(Objects.requireNonNullElse(column.collation(), collation));
    }

    private static Map<Name, List<Constraint>> foreignKeys(MysqlCatalogue catalogue) throws SQLException {
        Map<Key, Constraint.ForeignKey> keys = new LinkedHashMap<>();
        catalogue.read(FOREIGN_KEYS, row -> {
            Name table = catalogue.name(row.getString("table_schema"), row.getString("table_name"));
            Key key = new Key(table, row.getString("constraint_name"));
            Constraint.ForeignKey read = keys.getOrDefault(key, start(catalogue, row));
            keys.put(
                    key,
                    read.withColumns(with(read.columns(), row.getString("column_name")))
                            .withReferences(
                                    read.references(),
                                    with(read.referencedColumns(), row.getString("referenced_column_name"))));
        });
        Map<Name, List<Constraint>> constraints = new HashMap<>();
        keys.forEach((key, read) -> constraints
                .computeIfAbsent(key.table(), name -> new ArrayList<>())
                .add(read));
        return constraints;
    }

    private static Constraint.ForeignKey start(MysqlCatalogue catalogue, ResultSet row) throws SQLException {
        return new Constraint.ForeignKey(
                row.getString("constraint_name"),
                List.of(),
                catalogue.name(row.getString("referenced_table_schema"), row.getString("referenced_table_name")),
                List.of(),
                action(row.getString("delete_rule")),
                action(row.getString("update_rule")),
                Constraint.Match.SIMPLE,
                Constraint.Deferral.NOT_DEFERRABLE);
    }

    /** To restrict and to do nothing are the same here; which of them was written is told by one server only. */
    private static Constraint.Action action(String rule) {
        return switch (rule) {
            case "CASCADE" -> Constraint.Action.CASCADE;
            case "SET NULL" -> Constraint.Action.SET_NULL;
            case "SET DEFAULT" -> Constraint.Action.SET_DEFAULT;
            case "RESTRICT", "NO ACTION" -> Constraint.Action.NO_ACTION;
            default -> throw new AssertionError(rule);
        };
    }

    private static <T> List<T> with(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }
}
