// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.sqlite.SqliteLayout.PartKind;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What several changes make of a table, and which old column each of its columns comes from. */
final class SqliteTarget {

    /** A column that gets another name. */
    record Rename(String from, String to) {}

    private final UnaryOperator<String> quote;
    private final Name name;
    private Table table;

    /** The old column that each column comes from; a column that is added comes from none. */
    private final Map<String, String> sources = new LinkedHashMap<>();

    /** The SQL of a column's new value, in the old columns' names. */
    private final Map<String, String> conversions = new LinkedHashMap<>();

    /** What changes of each old column, by its old name. */
    private final Map<String, Set<PartKind>> altered = new LinkedHashMap<>();

    /** What became of each constraint that the table declares; null for one that is dropped. */
    private final List<@Nullable Constraint> declared;

    private final Set<String> keptIndexes = new LinkedHashSet<>();

    private SqliteTarget(Table before, List<Constraint> declared, UnaryOperator<String> quote) {
        this.quote = quote;
        this.declared = new ArrayList<>(declared);
        name = before.name();
        table = before;
        before.columns().forEach(column -> sources.put(column.name(), column.name()));
        before.indexes().forEach(index -> keptIndexes.add(index.name()));
    }

    /**
     * The target of some changes.
     *
     * @param declared the constraints of the table in the order of its text
     */
    static SqliteTarget of(
            Table before, List<Constraint> declared, List<Operation> changes, UnaryOperator<String> quote) {
        SqliteTarget target = new SqliteTarget(before, declared, quote);
        changes.forEach(target::add);
        return target;
    }

    private void add(Operation change) {
        table = Objects.requireNonNull(change.apply(Schema.of(table)).tables().get(name));
        if (change instanceof Operation.DropColumn drop) {
            sources.remove(drop.column());
            conversions.remove(drop.column());
        } else if (change instanceof Operation.AlterColumn alter) {
            alter(alter);
        } else if (!isOfTheTable(change)) {
            throw new MigrationException(
                    ErrorCode.UNSUPPORTED_CHANGE,
                    "The changes of table " + name + " cannot be made by one rebuild: " + change
                            + " is no change of its form; move it out of batchAlterTable.");
        }
        keptIndexes.removeIf(index -> table.index(index).isEmpty());
        List<Constraint> left = new ArrayList<>(table.constraints());
        declared.replaceAll(constraint -> constraint != null && left.remove(constraint) ? constraint : null);
    }

    private static boolean isOfTheTable(Operation change) {
        return change instanceof Operation.AddColumn
                || change instanceof Operation.AddConstraint
                || change instanceof Operation.DropConstraint
                || change instanceof Operation.RenameConstraint
                || change instanceof Operation.RenameIndex
                || change instanceof Operation.ValidateConstraint
                || change instanceof Operation.CreateIndex
                || change instanceof Operation.DropIndex
                || change instanceof Operation.CommentOnTable
                || change instanceof Operation.SetTableOption;
    }

    private void alter(Operation.AlterColumn alter) {
        String using = alter.change().using();
        if (using != null) {
            conversions.put(alter.column(), SqliteExpressions.rename(using, sources, quote));
        }
        String source = sources.get(alter.column());
        if (source != null) {
            altered.computeIfAbsent(source, column -> EnumSet.noneOf(PartKind.class))
                    .addAll(parts(alter.change()));
        }
        String newName = alter.change().newName();
        if (newName != null) {
            SqliteRenaming renaming = SqliteRenaming.of(alter.column(), newName, quote);
            table = renaming.apply(table);
            declared.replaceAll(constraint -> constraint == null ? null : renaming.constraint(table, constraint));
            move(sources, alter.column(), newName);
            move(conversions, alter.column(), newName);
        }
    }

    private static Set<PartKind> parts(ColumnChange change) {
        Set<PartKind> parts = EnumSet.noneOf(PartKind.class);
        if (change.newType() != null) {
            parts.add(PartKind.TYPE);
        }
        if (change.newValue().changes()) {
            parts.add(PartKind.VALUE);
        }
        if (change.newCollation().changes()) {
            parts.add(PartKind.COLLATION);
        }
        return parts;
    }

    private static void move(Map<String, String> map, String from, String to) {
        String value = map.remove(from);
        if (value != null) {
            map.put(to, value);
        }
    }

    Table table() {
        return table;
    }

    /** The old columns that do not go away. */
    List<String> kept() {
        return List.copyOf(sources.values());
    }

    /** What of an old column changes, its being null apart. */
    Set<PartKind> altered(String oldColumn) {
        return altered.getOrDefault(oldColumn, Set.of());
    }

    /** Whether the constraint at this place of the table's text stays. */
    boolean keepsConstraint(int place) {
        return declared.get(place) != null;
    }

    /** Whether the primary key is the old one. */
    boolean keepsKey() {
        return declared.stream().anyMatch(Constraint.PrimaryKey.class::isInstance);
    }

    boolean keepsIndex(String index) {
        return keptIndexes.contains(index);
    }

    /** The constraints that the table's text does not have, in the old columns' names. */
    List<Constraint> addedConstraints() {
        List<Constraint> added = new ArrayList<>(table.constraints());
        declared.forEach(added::remove);
        SqliteRenaming renaming = new SqliteRenaming(oldNames(), quote);
        return added.stream()
                .map(constraint -> renaming.constraint(table, constraint))
                .toList();
    }

    /** The table before its columns are renamed. */
    Table underOldNames() {
        return new SqliteRenaming(oldNames(), quote).apply(table);
    }

    /** The SQL of the value that each copied column gets, by its old name. */
    Map<String, String> copied() {
        Map<String, String> copied = new LinkedHashMap<>();
        sources.forEach((column, old) -> copied.put(old, conversions.getOrDefault(column, quote.apply(old))));
        return copied;
    }

    /** The name that each column has until the renames; an added one must stand back for an old one. */
    private Map<String, String> oldNames() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            String source = sources.get(column.name());
            boolean taken = source == null && SqliteNames.contains(sources.values(), column.name());
            String added = taken ? "limbeck_new_" + column.name() : column.name();
            names.put(column.name(), source == null ? added : source);
        }
        return names;
    }

    /** The renames in an order in which no two columns ever have one name; a circle is opened by a name in between. */
    List<Rename> renames() {
        Map<String, String> pending = new LinkedHashMap<>();
        oldNames().forEach((column, old) -> pending.put(old, column));
        List<String> occupied = new ArrayList<>(pending.keySet());
        pending.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        List<Rename> renames = new ArrayList<>();
        while (!pending.isEmpty()) {
            String from = pending.keySet().stream()
                    .filter(each -> isFree(occupied, Objects.requireNonNull(pending.get(each)), each))
                    .findFirst()
                    .orElse("");
            Rename rename;
            if (from.isEmpty()) {
                from = pending.keySet().iterator().next();
                rename = new Rename(from, "limbeck_old_" + from);
                pending.put(rename.to(), Objects.requireNonNull(pending.get(from)));
            } else {
                rename = new Rename(from, Objects.requireNonNull(pending.get(from)));
            }
            pending.remove(from);
            occupied.remove(from);
            occupied.add(rename.to());
            renames.add(rename);
        }
        return renames;
    }

    private static boolean isFree(List<String> occupied, String name, String self) {
        return occupied.stream().noneMatch(each -> !each.equals(self) && each.equalsIgnoreCase(name));
    }
}
