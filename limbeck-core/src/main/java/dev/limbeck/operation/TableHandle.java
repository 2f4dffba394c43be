// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as one revision knows it, with the columns that the revision uses. An entity class changes after the revision was
 * written; this does not. Names and values are checked against the columns before anything is sent.
 */
public final class TableHandle {
    private final DataOperations op;
    private final Name table;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    TableHandle(DataOperations op, Name table, List<ColumnSpec> columns) {
        this.op = op;
        this.table = table;
        for (ColumnSpec spec : columns) {
            Column column = spec.column();
            if (this.columns.put(column.name(), column) != null) {
                throw new IllegalArgumentException("table " + table + " has two columns " + column.name());
            }
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("table " + table + " has no columns; name those that the revision uses");
        }
    }

    /** Inserts rows, with a value for each of the columns in their order. */
    public void insert(Row... rows) {
        List<Row> checked = new ArrayList<>();
        for (Row row : rows) {
            if (row.values().size() != columns.size()) {
                throw new IllegalArgumentException("a row of table " + table + " has "
                        + row.values().size() + " values for " + columns.size() + " columns: " + columns.keySet());
            }
            List<@Nullable Object> values = new ArrayList<>();
            int i = 0;
            for (Column column : columns.values()) {
                values.add(checked(column, row.values().get(i++)));
            }
            checked.add(new Row(values));
        }
        op.invoke(new Operation.InsertRows(table, List.copyOf(columns.keySet()), checked));
    }

    /** Inserts one row, with these columns set and the others left to their defaults. */
    public void insert(ColumnSetting... settings) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (ColumnSetting setting : settings) {
            names.add(op.quote(column(setting.column()).name()));
            values.add(sql(setting));
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a row of table " + table + " sets no column");
        }
        op.execute("insert into " + quoted() + " (" + String.join(", ", names) + ") values ("
                + String.join(", ", values) + ")");
    }

    /** All rows. */
    public TableRows all() {
        return new TableRows(this, "", new Object[0]);
    }

    /** The rows that meet a condition, with a value for each {@code ?} in it. */
    public TableRows where(String condition, @Nullable Object... parameters) {
        return new TableRows(this, " where " + condition, parameters);
    }

    DataOperations op() {
        return op;
    }

    String quoted() {
        return op.quote(table);
    }

    List<String> columnNames() {
        return List.copyOf(columns.keySet());
    }

    Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("table " + table + " has no column " + name + " in this revision, only "
                    + columns.keySet() + "; correct the name, or add the column to op.table");
        }
        return column;
    }

    /** The SQL of what a column is set to. */
    String sql(ColumnSetting setting) {
        Column column = column(setting.column());
        return setting.isExpression() ? String.valueOf(setting.value()) : op.literal(checked(column, setting.value()));
    }

    private @Nullable Object checked(Column column, @Nullable Object value) {
        try {
            return RowValue.of(column, value);
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException(
                    "column " + table + "." + column.name() + " (" + column.type() + ") cannot hold "
                            + (value == null
                                    ? "null"
                                    : value + " (" + value.getClass().getSimpleName() + ")") + ": "
                            + unfit.getMessage(),
                    unfit);
        }
    }

    @Override
    public String toString() {
        return table + columns.keySet().toString();
    }
}
