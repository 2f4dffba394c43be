// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

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

    private SqliteTarget(Table before, UnaryOperator<String> quote) {
        this.quote = quote;
        name = before.name();
        table = before;
        before.columns().forEach(column -> sources.put(column.name(), column.name()));
    }

    static SqliteTarget of(Table before, List<Operation> changes, UnaryOperator<String> quote) {
        SqliteTarget target = new SqliteTarget(before, quote);
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
    }

    private static boolean isOfTheTable(Operation change) {
        return change instanceof Operation.AddColumn
                || change instanceof Operation.AddConstraint
                || change instanceof Operation.DropConstraint
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
        String newName = alter.change().newName();
        if (newName != null) {
            table = SqliteRenaming.of(alter.column(), newName, quote).apply(table);
            move(sources, alter.column(), newName);
            move(conversions, alter.column(), newName);
        }
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
