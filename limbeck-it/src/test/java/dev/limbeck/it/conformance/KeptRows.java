// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The rows that a change has to leave alone: in tables and columns that are there afterwards and hold the same type. */
final class KeptRows {

    /** Columns of a table, under the names before and after the change. */
    private record Part(Name table, Name renamed, Map<String, String> columns) {}

    private final Laboratory laboratory;
    private final Map<Part, List<String>> rows = new LinkedHashMap<>();

    private KeptRows(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    static KeptRows of(Laboratory laboratory, Schema before, Schema after, List<Operation> operations)
            throws SQLException {
        KeptRows kept = new KeptRows(laboratory);
        for (Table table : before.tables().values()) {
            Part part = part(table, after, flat(operations).toList());
            if (!part.columns().isEmpty()) {
                kept.rows.put(
                        part,
                        kept.read(part.table(), part.columns().keySet().stream().toList()));
            }
        }
        return kept;
    }

    private static Stream<Operation> flat(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> operation instanceof Operation.AlterTable batch
                        ? flat(batch.operations())
                        : Stream.of(operation));
    }

    private static Part part(Table table, Schema after, List<Operation> operations) {
        Name renamed = table.name();
        for (Operation operation : operations) {
            if (operation instanceof Operation.RenameTable rename
                    && rename.table().equals(renamed)) {
                renamed = renamed.withName(rename.newName());
            }
        }
        Map<String, String> columns = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            String name = renamed(table.name(), column.name(), operations);
            after.table(renamed)
                    .flatMap(there -> there.column(name))
                    .filter(there -> holdsTheSame(column, there))
                    .ifPresent(there -> columns.put(column.name(), name));
        }
        return new Part(table.name(), renamed, columns);
    }

    private static String renamed(Name table, String column, List<Operation> operations) {
        String name = column;
        for (Operation operation : operations) {
            if (operation instanceof Operation.AlterColumn alter
                    && alter.table().equals(table)
                    && alter.column().equals(name)) {
                name = Objects.requireNonNullElse(alter.change().newName(), name);
            }
        }
        return name;
    }

    private static boolean holdsTheSame(Column before, Column after) {
        return before.type().equals(after.type()) && !(after.value() instanceof ColumnValue.Generated);
    }

    /** Whether the operations are made to change rows; they must have done so then. */
    boolean areChangedBy(List<Operation> operations) throws SQLException {
        boolean meant = operations.stream()
                .anyMatch(operation -> operation instanceof Operation.InsertRows
                        || operation instanceof Operation.DeleteRows
                        || operation instanceof Operation.Backfill
                        || operation instanceof Operation.Execute);
        if (meant && now(false).equals(rows)) {
            throw new Trial.Fault("no row changed");
        }
        return meant;
    }

    /** Whether a table or column has another name; the difference of two schemas takes it for another one. */
    boolean areRenamed() {
        return rows.keySet().stream()
                .anyMatch(part -> !part.table().equals(part.renamed())
                        || part.columns().entrySet().stream()
                                .anyMatch(column -> !column.getKey().equals(column.getValue())));
    }

    /** Checks that the rows are there, under the old names. */
    void check(String when) throws SQLException {
        check(when, now(false));
    }

    /** Checks that the rows are there, under the new names. */
    void checkRenamed(String when) throws SQLException {
        check(when, now(true));
    }

    private void check(String when, Map<Part, List<String>> now) {
        if (!now.equals(rows)) {
            throw new Trial.Fault("rows changed, " + when + ": " + rows.values() + " became " + now.values());
        }
    }

    private Map<Part, List<String>> now(boolean renamed) throws SQLException {
        Map<Part, List<String>> now = new LinkedHashMap<>();
        for (Part part : rows.keySet()) {
            now.put(
                    part,
                    renamed
                            ? read(
                                    part.renamed(),
                                    new ArrayList<>(part.columns().values()))
                            : read(part.table(), new ArrayList<>(part.columns().keySet())));
        }
        return now;
    }

    private List<String> read(Name table, List<String> columns) throws SQLException {
        return laboratory.rows(table, columns);
    }
}
