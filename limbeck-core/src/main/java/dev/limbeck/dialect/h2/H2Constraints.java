// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the constraints of all tables. One whose name {@link H2ConstraintNames is generated} has none; what it is called
 * is looked up when it has to be dropped.
 */
final class H2Constraints {
    private static final String CONSTRAINTS = """
            select c.table_schema, c.table_name, c.constraint_schema, c.constraint_name, c.constraint_type,
              c.nulls_distinct, r.unique_constraint_schema, r.unique_constraint_name, r.update_rule, r.delete_rule,
              k.check_clause
            from information_schema.table_constraints c
            left join information_schema.referential_constraints r
              on r.constraint_schema = c.constraint_schema and r.constraint_name = c.constraint_name
            left join information_schema.check_constraints k
              on k.constraint_schema = c.constraint_schema and k.constraint_name = c.constraint_name
            where c.table_schema = any (?)
            order by c.table_schema, c.table_name, c.constraint_name
            """;

    /** Of all schemas, for a foreign key may refer to another one. */
    private static final String COLUMNS = """
            select k.constraint_schema, k.constraint_name, k.table_schema, k.table_name, k.column_name,
              k.position_in_unique_constraint, i.column_name as indexed_name
            from information_schema.key_column_usage k
            join information_schema.table_constraints c
              on c.constraint_schema = k.constraint_schema and c.constraint_name = k.constraint_name
            left join information_schema.index_columns i
              on i.index_schema = c.index_schema and i.index_name = c.index_name
                and i.ordinal_position = k.ordinal_position
            where ? is not null
            order by k.constraint_schema, k.constraint_name, k.ordinal_position
            """;

    private final H2Catalogue catalogue;
    private final Map<Key, Columns> columns = new HashMap<>();

    private record Key(String schema, String name) {}

    /**
     * A constraint's table and columns, as the constraint and as its index tell them; for each column of a foreign key,
     * which one of the referenced key it means.
     */
    private record Columns(Name table, List<String> told, List<String> indexed, List<Integer> positions) {

        /**
         * The names of the columns. H2 2.4 goes on to tell a constraint's column by its old name until the database is
         * opened again, but not the index's; whose order may be another where the index is older than the constraint.
         */
        List<String> names() {
            return Set.copyOf(told).equals(Set.copyOf(indexed)) ? told : indexed;
        }
    }

    /** A constraint, and the name under which the database knows it. */
    record Named(String name, Constraint constraint) {}

    private H2Constraints(H2Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Map<Name, List<Named>> read(H2Catalogue catalogue) throws SQLException {
        H2Constraints reader = new H2Constraints(catalogue);
        catalogue.read(COLUMNS, reader::addColumn);
        Map<Name, List<Named>> constraints = new HashMap<>();
        catalogue.read(CONSTRAINTS, row -> {
            Name table = catalogue.name(row.getString("table_schema"), row.getString("table_name"));
            String stored = row.getString("constraint_name");
            String known = catalogue.known(stored);
            String name = H2ConstraintNames.isGenerated(stored) ? null : known;
            constraints
                    .computeIfAbsent(table, any -> new ArrayList<>())
                    .add(new Named(known, reader.constraint(name, row)));
        });
        return constraints;
    }

    private void addColumn(ResultSet row) throws SQLException {
        Name table = catalogue.name(row.getString("table_schema"), row.getString("table_name"));
        Columns known = columns.computeIfAbsent(
                new Key(row.getString("constraint_schema"), row.getString("constraint_name")),
                key -> new Columns(table, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        String told = row.getString("column_name");
        known.told().add(catalogue.known(told));
        known.indexed().add(catalogue.known(Objects.requireNonNullElse(row.getString("indexed_name"), told)));
        known.positions().add(row.getInt("position_in_unique_constraint"));
    }

    private Constraint constraint(@Nullable String name, ResultSet row) throws SQLException {
        String kind = row.getString("constraint_type");
        if (kind.equals("CHECK")) {
            return new Constraint.Check(
                    name, H2Expressions.condition(catalogue.expression(row.getString("check_clause"))));
        }
        Columns own = columns(row, "constraint_schema", "constraint_name");
        return switch (kind) {
            case "PRIMARY KEY" -> new Constraint.PrimaryKey(name, own.names());
            case "UNIQUE" ->
                new Constraint.Unique(
                        name,
                        own.names(),
                        Constraint.Deferral.NOT_DEFERRABLE,
                        "NO".equals(row.getString("nulls_distinct")));
            case "FOREIGN KEY" -> foreignKey(name, own, row);
            default -> throw new AssertionError(kind);
        };
    }

    private Constraint foreignKey(@Nullable String name, Columns own, ResultSet row) throws SQLException {
        Columns key = columns(row, "unique_constraint_schema", "unique_constraint_name");
        List<String> referenced = own.positions().stream()
                .map(position -> key.names().get(position - 1))
                .toList();
        return new Constraint.ForeignKey(
                name,
                own.names(),
                key.table(),
                referenced,
                action(row.getString("delete_rule")),
                action(row.getString("update_rule")),
                Constraint.Match.SIMPLE,
                Constraint.Deferral.NOT_DEFERRABLE);
    }

    private Columns columns(ResultSet row, String schema, String name) throws SQLException {
        Columns found = columns.get(new Key(row.getString(schema), row.getString(name)));
        if (found == null) {
            throw new AssertionError("no columns of constraint " + row.getString(name));
        }
        return found;
    }

    /** RESTRICT and NO ACTION do the same; H2 2.3 calls both RESTRICT, 2.4 tells them apart. */
    private static Constraint.Action action(String rule) {
        return switch (rule) {
            case "NO ACTION", "RESTRICT" -> Constraint.Action.NO_ACTION;
            case "CASCADE" -> Constraint.Action.CASCADE;
            case "SET NULL" -> Constraint.Action.SET_NULL;
            case "SET DEFAULT" -> Constraint.Action.SET_DEFAULT;
            default -> throw new AssertionError(rule);
        };
    }
}
