// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a database is asked to hold: a table for each kind, with its columns, and one for each column that is counted
 * or computed.
 *
 * @param cells by table
 * @param whole the definitions of columns that stand alone, by table
 */
record Sheet(Grid grid, Map<String, List<Cell>> cells, Map<String, String> whole) {

    static Sheet of(Grid grid) {
        Map<String, List<Cell>> cells = new TreeMap<>();
        for (Kind kind : grid.kinds()) {
            cells.put("k" + (100 + cells.size()), kind.cells());
        }
        Map<String, String> whole = new TreeMap<>();
        for (String[] pair : grid.wholes()) {
            whole.put("w" + (100 + whole.size()), pair[0]);
        }
        return new Sheet(grid, cells, whole);
    }

    /** The sheet with one property of each column changed. */
    Sheet with(Cell.Change change) {
        Map<String, List<Cell>> changed = new TreeMap<>();
        cells.forEach((table, columns) ->
                changed.put(table, columns.stream().map(change::of).toList()));
        return new Sheet(grid, changed, whole);
    }

    /** The sheet with each column that stands alone as it is to be next. */
    Sheet withWholesChanged() {
        Map<String, String> changed = new TreeMap<>();
        for (String[] pair : grid.wholes()) {
            changed.put("w" + (100 + changed.size()), pair[1]);
        }
        return new Sheet(grid, cells, changed);
    }

    /** The statements that make it in an empty database. */
    List<String> statements() {
        List<String> statements = new ArrayList<>(grid.prelude());
        cells.forEach((table, columns) -> {
            List<String> lines = new ArrayList<>();
            for (Cell cell : columns) {
                lines.add(cell.sql() + (cell.comment().isEmpty() ? "" : grid.commentClause(cell.comment())));
            }
            statements.add("create table " + table + " (" + String.join(", ", lines) + ")");
            columns.stream()
                    .filter(cell -> !cell.comment().isEmpty())
                    .flatMap(cell -> grid.commentStatement(table, cell.name(), cell.comment()).stream())
                    .forEach(statements::add);
        });
        whole.forEach((table, definition) ->
                statements.add("create table " + table + " (base integer, c " + definition + ")"));
        return statements;
    }

    int size() {
        return cells.values().stream().mapToInt(List::size).sum() + whole.size();
    }

    /** The columns, as {@code table.column}, that another sheet writes in another way. */
    List<String> changed(Sheet after) {
        List<String> changed = new ArrayList<>();
        cells.forEach((table, columns) -> {
            for (int i = 0; i < columns.size(); i++) {
                if (!columns.get(i).equals(after.cells.get(table).get(i))) {
                    changed.add(table + "." + columns.get(i).name());
                }
            }
        });
        whole.forEach((table, definition) -> {
            if (!definition.equals(after.whole.get(table))) {
                changed.add(table + ".c");
            }
        });
        return changed;
    }

    /** How a column is written; empty for what is none. */
    String text(String column) {
        if (!column.matches("[kw]\\d+\\.\\w+")) {
            return "";
        }
        String table = column.substring(0, column.indexOf('.'));
        String name = column.substring(column.indexOf('.') + 1);
        return cells.getOrDefault(table, List.of()).stream()
                .filter(cell -> cell.name().equals(name))
                .map(Cell::sql)
                .findFirst()
                .orElseGet(() -> String.valueOf(whole.get(table)));
    }
}
