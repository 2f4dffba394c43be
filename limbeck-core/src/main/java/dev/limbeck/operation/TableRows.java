// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a {@link TableHandle}, and what is done with them. */
public final class TableRows {
    private final TableHandle table;
    private final String where;
    private final @Nullable Object[] parameters;

    TableRows(TableHandle table, String where, @Nullable Object[] parameters) {
        this.table = table;
        this.where = where;
        this.parameters = parameters.clone();
    }

    /** Sets columns of these rows. */
    public void update(ColumnSetting... settings) {
        List<String> assignments = new ArrayList<>();
        for (ColumnSetting setting : settings) {
            assignments.add(table.op().quote(setting.column()) + " = " + table.sql(setting));
        }
        if (assignments.isEmpty()) {
            throw new IllegalArgumentException("the update of " + table + " sets no column");
        }
        table.op().execute("update " + table.quoted() + " set " + String.join(", ", assignments) + where, parameters);
    }

    public void delete() {
        table.op().execute("delete from " + table.quoted() + where, parameters);
    }

    /** Reads these columns of the rows, or all columns of the handle; in an order only if the condition ends with one. */
    public List<ResultRow> select(String... columns) {
        List<String> names = new ArrayList<>();
        for (String column : columns.length == 0 ? table.columnNames() : List.of(columns)) {
            names.add(table.op().quote(table.column(column).name()));
        }
        return table.op().query("select " + String.join(", ", names) + " from " + table.quoted() + where, parameters);
    }
}
