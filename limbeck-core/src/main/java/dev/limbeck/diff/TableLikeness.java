// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Objects;

/** Whether a table that a schema gets may be one that it loses: by its columns, its name, and what refers to it. */
final class TableLikeness {
    private static final double FEW_SHARED = 0.3;
    private static final double MANY_SHARED = 0.6;
    private static final int ENOUGH_COLUMNS = 3;

    private final Schema from;
    private final Schema to;

    TableLikeness(Schema from, Schema to) {
        this.from = from;
        this.to = to;
    }

    List<Table> dropped() {
        return missing(from, to);
    }

    List<Table> added() {
        return missing(to, from);
    }

    private static List<Table> missing(Schema present, Schema absent) {
        return present.tables().values().stream()
                .filter(table -> absent.table(table.name()).isEmpty())
                .toList();
    }

    /** How likely it is; 0 for not at all. */
    double of(Table old, Table now) {
        int size = Math.max(old.columns().size(), now.columns().size());
        if (size == 0 || !Objects.equals(old.name().schema(), now.name().schema())) {
            return 0;
        }
        long shared = old.columns().stream().filter(column -> has(now, column)).count();
        double overlap = (double) shared / size;
        double name = NameLikeness.of(old.name().name(), now.name().name());
        boolean likely = (name >= NameLikeness.ALIKE && overlap >= FEW_SHARED)
                || (shared >= ENOUGH_COLUMNS && overlap >= MANY_SHARED)
                || (shared > 1 && shared == size)
                || (overlap >= FEW_SHARED && isReferredToAlike(old.name(), now.name()));
        return likely ? overlap + name : 0;
    }

    private static boolean has(Table table, Column column) {
        return table.column(column.name())
                .filter(other -> TypeLikeness.of(column.type(), other.type()) != TypeLikeness.STRANGE)
                .isPresent();
    }

    /** Whether a foreign key of a third table leads to the new one from where it led to the old one. */
    private boolean isReferredToAlike(Name old, Name now) {
        return from.tables().values().stream()
                .filter(table -> !table.name().equals(old))
                .anyMatch(table -> table.foreignKeys().stream()
                        .filter(key -> key.references().equals(old))
                        .anyMatch(key -> leadsTo(now, table.name(), key)));
    }

    private boolean leadsTo(Name target, Name table, Constraint.ForeignKey key) {
        return to.table(table).stream()
                .flatMap(after -> after.foreignKeys().stream())
                .anyMatch(other ->
                        other.references().equals(target) && other.columns().equals(key.columns()));
    }
}
