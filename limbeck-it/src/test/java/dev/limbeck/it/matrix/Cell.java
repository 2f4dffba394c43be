// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.matrix;

import java.util.ArrayList;
import java.util.List;

/**
 * A column as a person would write it.
 *
 * @param kind what its properties may become
 * @param value its default, empty for none
 * @param comment empty for none
 */
record Cell(String name, Kind kind, String type, String value, boolean nullable, String comment) {

    /** One property of a column that changes, and of the column as it is then; the same where it cannot. */
    enum Change {
        NULLABLE {
            @Override
            Cell of(Cell cell) {
                return new Cell(cell.name, cell.kind, cell.type, cell.value, !cell.nullable, cell.comment);
            }
        },
        DEFAULT {
            @Override
            Cell of(Cell cell) {
                List<String> values = new ArrayList<>(cell.kind.defaults());
                values.add("");
                String next = values.get((values.indexOf(cell.value) + 1) % values.size());
                return new Cell(cell.name, cell.kind, cell.type, next, cell.nullable, cell.comment);
            }
        },
        TYPE {
            @Override
            Cell of(Cell cell) {
                String type = cell.kind.other().isEmpty() ? cell.type : cell.kind.other();
                return new Cell(cell.name, cell.kind, type, cell.value, cell.nullable, cell.comment);
            }
        },
        COMMENT {
            @Override
            Cell of(Cell cell) {
                return new Cell(cell.name, cell.kind, cell.type, cell.value, cell.nullable, "it's \"so\" \\n %");
            }
        };

        abstract Cell of(Cell cell);
    }

    /** What stands in {@code create table}, but for its comment. */
    String sql() {
        return name + " " + type + (value.isEmpty() ? "" : " default " + value) + (nullable ? "" : " not null");
    }
}
