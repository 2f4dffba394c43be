// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a table together from the elements of a {@code createTable}. */
final class TableDefinition {
    private final List<Column> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private @Nullable String comment;

    private TableDefinition() {}

    static Table of(Name name, TableElement... elements) {
        TableDefinition definition = new TableDefinition();
        for (TableElement element : elements) {
            definition.add(element);
        }
        return definition.table(name);
    }

    private void add(TableElement element) {
        if (element instanceof ColumnSpec spec) {
            columns.add(spec.column());
        } else if (element instanceof ConstraintSpec.NotValid spec) {
            constraints.add(spec.constraint().withNotValid(true));
        } else if (element instanceof ConstraintSpec.UsingIndex spec) {
            throw new IllegalArgumentException("a table that is being created has no index " + spec.index()
                    + " yet that " + spec.constraint() + " could take over; take its usingIndex() out");
        } else if (element instanceof ConstraintSpec spec) {
            constraints.add(spec.constraint());
        } else if (element instanceof IndexSpec spec && spec.isConcurrent()) {
            throw new IllegalArgumentException(
                    "nobody uses a table that is being created; take the concurrently() of index "
                            + spec.index().name() + " out");
        } else if (element instanceof IndexSpec spec) {
            indexes.add(spec.index());
        } else if (element instanceof TableSetting setting) {
            set(setting);
        } else {
            throw new AssertionError(element);
        }
    }

    private void set(TableSetting setting) {
        if (setting.key().equals(TableSetting.COMMENT)) {
            comment = setting.value();
        } else {
            options.put(setting.key().substring("option:".length()), setting.value());
        }
    }

    /** The columns of a primary key are not null, whether or not that is said. */
    private Table table(Name name) {
        Table table = new Table(name, columns, constraints, indexes, comment, options);
        List<String> key =
                table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
        return table.mapColumns(column -> key.contains(column.name()) ? column.withNullable(false) : column);
    }
}
