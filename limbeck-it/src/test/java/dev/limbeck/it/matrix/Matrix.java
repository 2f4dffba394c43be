// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.matrix;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The cases of one database. What a person wrote is made in one database and read; what autogenerate makes of that is run
 * in another, which must then read the same. Then one property of every column changes, which must be found column by
 * column and nothing else, is run, and is taken back.
 */
final class Matrix {
    private final Grid grid;
    private final Bench bench;
    private final Dialect dialect;
    private final List<String> failures = new ArrayList<>();
    private int count;

    private Matrix(Grid grid) {
        this.grid = grid;
        this.bench = new Bench(grid.start(), Reflection.everything());
        this.dialect = bench.dialect();
    }

    /** What was tried and what went wrong, each in a line or more. */
    record Result(int count, List<String> failures) {}

    static Result run(Grid grid) throws SQLException {
        Matrix matrix = new Matrix(grid);
        try {
            matrix.run();
        } catch (RuntimeException broken) {
            matrix.failures.add("not tried to the end: " + broken);
        }
        return new Result(matrix.count, List.copyOf(matrix.failures));
    }

    private void run() throws SQLException {
        Sheet sheet = Sheet.of(grid);
        Schema wanted = wanted(sheet);
        for (Cell.Change change : Cell.Change.values()) {
            if (change != Cell.Change.COMMENT || grid.hasComments()) {
                wanted(sheet.with(change));
            }
        }
        wanted(sheet.withWholesChanged());
        if (!failures.isEmpty()) {
            return;
        }
        try (Scratch scratch = bench.empty()) {
            Connection connection = scratch.connection();
            apply(bench.diff(Schema.EMPTY, wanted), Schema.EMPTY, connection, "create", sheet);
            count += sheet.size();
            Schema live = same(bench.reflect(connection), wanted, "created", sheet);
            for (Cell.Change change : Cell.Change.values()) {
                if (change != Cell.Change.COMMENT || grid.hasComments()) {
                    thereAndBack(change.name(), live, sheet, sheet.with(change), connection);
                    live = bench.reflect(connection);
                }
            }
            thereAndBack("WHOLE", live, sheet, sheet.withWholesChanged(), connection);
        }
    }

    private void thereAndBack(String change, Schema live, Sheet sheet, Sheet changed, Connection connection)
            throws SQLException {
        Schema wanted = wanted(changed);
        List<Operation> operations = bench.diff(live, wanted);
        List<String> expected = sheet.changed(changed);
        exactly(change, expected, operations, sheet, changed);
        count += 2 * expected.size();
        apply(operations, live, connection, change, changed);
        Schema there = same(bench.reflect(connection), wanted, change, changed);
        apply(Operation.reverseAll(operations), there, connection, change + " and back", sheet);
        same(bench.reflect(connection), live, change + " and back", sheet);
    }

    /** Each changed column is found, and nothing else. */
    private void exactly(String change, List<String> expected, List<Operation> operations, Sheet sheet, Sheet changed) {
        Set<String> found = new TreeSet<>();
        for (Operation operation : operations) {
            found.addAll(columns(operation));
        }
        for (String column : expected) {
            if (!found.remove(column)) {
                failures.add(
                        change + " is not seen: " + column + " " + sheet.text(column) + " => " + changed.text(column));
            }
        }
        found.forEach(column ->
                failures.add(change + " is seen where nothing changed: " + column + " " + sheet.text(column)));
    }

    /** A table that stands for one column may change in anything that hangs on it, as a key does. */
    private static List<String> columns(Operation operation) {
        String table =
                Objects.requireNonNullElse(operation.table(), Name.of("?")).name();
        if (table.startsWith("w")) {
            return List.of(table + ".c");
        }
        if (operation instanceof Operation.AlterColumn alter) {
            return List.of(table + "." + alter.column());
        }
        if (operation instanceof Operation.AlterSequence sequence) {
            return sequence.sequence().name().name().startsWith("w")
                    ? List.of(sequence.sequence().name().name().replaceFirst("_.*", ".c"))
                    : List.of(operation.toString());
        }
        if (operation instanceof Operation.CreateSequence sequence) {
            return List.of(sequence.sequence().name().name().replaceFirst("_.*", ".c"));
        }
        return operation instanceof Operation.DropSequence drop
                ? List.of(drop.name().name().replaceFirst("_.*", ".c"))
                : List.of(operation.toString());
    }

    private Schema wanted(Sheet sheet) throws SQLException {
        try (Scratch scratch = bench.empty()) {
            for (String sql : sheet.statements()) {
                try {
                    Bench.execute(scratch.connection(), sql);
                } catch (SQLException refused) {
                    failures.add("what the database itself refuses: " + refused.getMessage());
                }
            }
            return bench.reflect(scratch.connection());
        }
    }

    /** Notes each column in which a schema is not the wanted one; what differs besides is noted whole. */
    private Schema same(Schema actual, Schema wanted, String step, Sheet sheet) {
        Set<Name> tables = new TreeSet<>(actual.tables().keySet());
        tables.addAll(wanted.tables().keySet());
        int before = failures.size();
        for (Name table : tables) {
            Table is = actual.table(table).orElse(Table.of(table, List.of()));
            Table should = wanted.table(table).orElse(Table.of(table, List.of()));
            Set<String> columns = new TreeSet<>();
            is.columns().forEach(column -> columns.add(column.name()));
            should.columns().forEach(column -> columns.add(column.name()));
            for (String column : columns) {
                Optional<Column> left = is.column(column);
                Optional<Column> right = should.column(column);
                if (!left.equals(right)) {
                    failures.add(step + ": " + table + "." + column + " " + sheet.text(table + "." + column)
                            + "\n    is     " + left + "\n    wanted " + right);
                }
            }
            if (!is.withColumns(List.of()).equals(should.withColumns(List.of()))) {
                failures.add(step + ": " + table + "\n    is     " + is.withColumns(List.of()) + "\n    wanted "
                        + should.withColumns(List.of()));
            }
        }
        List<Operation> left = bench.diff(actual, wanted);
        if (failures.size() == before && !left.isEmpty()) {
            failures.add(step + ": " + left);
        }
        return actual;
    }

    private void apply(List<Operation> operations, Schema before, Connection connection, String step, Sheet sheet)
            throws SQLException {
        Schema schema = before;
        dialect.prepare(connection);
        for (Operation operation : dialect.arrange(operations, before)) {
            try {
                schema = bench.run(operation, schema, connection);
            } catch (SQLException | RuntimeException failure) {
                failures.add(step + ": "
                        + columns(operation).stream().map(sheet::text).toList() + "\n    " + failure.getMessage()
                        + "\n    " + operation);
                schema = bench.reflect(connection);
            }
        }
    }
}
