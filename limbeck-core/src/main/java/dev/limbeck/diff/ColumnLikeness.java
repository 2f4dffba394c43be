// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a column that a table gets may be one that it loses. To be asked about a rename that is none costs an answer;
 * to take one for a drop costs the values; so either the name or the place must speak for it, and never the type alone.
 */
final class ColumnLikeness {
    private static final double SAME_REFERENCE = 0.6;
    private static final double SAME_COMMENT = 0.6;
    private static final double SAME_PLACE = 0.4;

    private final Table before;
    private final Table after;
    private final List<Column> dropped;
    private final List<Column> added;

    ColumnLikeness(Table before, Table after) {
        this.before = before;
        this.after = after;
        this.dropped = missing(before, after);
        this.added = missing(after, before);
    }

    private static List<Column> missing(Table present, Table absent) {
        return present.columns().stream()
                .filter(column -> absent.column(column.name()).isEmpty())
                .toList();
    }

    List<Column> dropped() {
        return dropped;
    }

    List<Column> added() {
        return added;
    }

    /** How likely it is; 0 for not at all. */
    double of(Column old, Column now) {
        TypeLikeness type = TypeLikeness.of(old.type(), now.type());
        Set<Name> targets = references(before, old.name());
        if (type == TypeLikeness.STRANGE
                || isGenerated(old) != isGenerated(now)
                || !targets.equals(references(after, now.name()))) {
            return 0;
        }
        double likeness = Math.max(NameLikeness.of(old.name(), now.name()), 0);
        boolean same = type == TypeLikeness.SAME;
        if (same && !targets.isEmpty()) {
            likeness = Math.max(likeness, SAME_REFERENCE);
        }
        if (same && old.comment() != null && old.comment().equals(now.comment())) {
            likeness = Math.max(likeness, SAME_COMMENT);
        }
        if (same && isInPlaceOfKey(old, now)) {
            likeness = Math.max(likeness, SAME_REFERENCE);
        }
        boolean inPlace = same && isInPlaceOf(old, now);
        if (likeness < NameLikeness.ALIKE) {
            return inPlace && dropped.size() == 1 && added.size() == 1 ? NameLikeness.ALIKE : 0;
        }
        return likeness + (same ? SAME_PLACE : 0) + (inPlace ? SAME_PLACE : 0);
    }

    /** Whether the primary key has the one for the other, and is otherwise as it was. */
    private boolean isInPlaceOfKey(Column old, Column now) {
        Set<String> had = keyWithout(before, old);
        return had.size() < keyColumns(before).size()
                && keyWithout(after, now).size() < keyColumns(after).size()
                && had.equals(keyWithout(after, now));
    }

    private static Set<String> keyWithout(Table table, Column column) {
        return keyColumns(table).stream()
                .filter(name -> !name.equals(column.name()))
                .collect(Collectors.toSet());
    }

    private static List<String> keyColumns(Table table) {
        return table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
    }

    private static boolean isGenerated(Column column) {
        return column.value() instanceof ColumnValue.Generated;
    }

    private static Set<Name> references(Table table, String column) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().contains(column))
                .map(Constraint.ForeignKey::references)
                .collect(Collectors.toSet());
    }

    /** Whether it is the same but for the name, and stands between the same neighbours. */
    private boolean isInPlaceOf(Column old, Column now) {
        return old.nullable() == now.nullable()
                && Objects.equals(old.value(), now.value())
                && isUnique(before, old) == isUnique(after, now)
                && neighbour(before, old, -1).equals(neighbour(after, now, -1))
                && neighbour(before, old, 1).equals(neighbour(after, now, 1));
    }

    private static boolean isUnique(Table table, Column column) {
        return table.constraints(Constraint.Unique.class)
                .anyMatch(unique -> unique.columns().contains(column.name()));
    }

    /** The nearest column in a direction that both tables have; empty where there is none. */
    private String neighbour(Table table, Column column, int step) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        for (int i = names.indexOf(column.name()) + step; i >= 0 && i < names.size(); i += step) {
            String name = names.get(i);
            if (before.column(name).isPresent() && after.column(name).isPresent()) {
                return name;
            }
        }
        return "";
    }
}
