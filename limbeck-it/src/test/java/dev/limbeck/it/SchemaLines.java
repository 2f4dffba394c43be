// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static java.util.Comparator.comparing;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** A schema as lines of text, one for each object, so that a difference is seen at a glance. */
public final class SchemaLines {
    private SchemaLines() {}

    static List<String> of(Schema schema) {
        List<String> lines = new ArrayList<>();
        schema.enums().values().forEach(type -> lines.add(type.toString()));
        schema.sequences().values().forEach(sequence -> lines.add(sequence.toString()));
        schema.tables().values().forEach(table -> addTo(lines, table));
        return lines;
    }

    /** The same, with a table's columns sorted: no database puts a column that comes back where it was. */
    public static List<String> inAnyOrder(Schema schema) {
        return of(schema.mapTables(table -> table.withColumns(
                table.columns().stream().sorted(comparing(Column::name)).toList())));
    }

    private static void addTo(List<String> lines, Table table) {
        String prefix = table.name() + " ";
        lines.add(prefix + "comment=" + table.comment() + " options=" + table.options());
        table.columns().forEach(column -> lines.add(prefix + column));
        table.constraints().forEach(constraint -> lines.add(prefix + constraint));
        table.indexes().forEach(index -> lines.add(prefix + index));
    }
}
