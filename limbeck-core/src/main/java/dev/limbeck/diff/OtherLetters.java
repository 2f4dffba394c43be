// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The renames of what is wanted in capital letters where it has small ones, or the other way round, on a database to which
 * both are one name: it could not hold the new thing beside the old one, and dropping that would lose its rows.
 */
final class OtherLetters {
    private final Schema to;
    private final DiffRules rules;
    private final List<Operation> renames = new ArrayList<>();

    private OtherLetters(Schema to, DiffRules rules) {
        this.to = to;
        this.rules = rules;
    }

    static List<Operation> of(Schema from, Schema to, DiffRules rules) {
        OtherLetters letters = new OtherLetters(to, rules);
        from.tables().values().forEach(letters::add);
        return List.copyOf(letters.renames);
    }

    private void add(Table table) {
        Table after = to.table(table.name()).orElse(null);
        if (after == null && !rules.heedsCaseOfTables()) {
            after = to.tables().values().stream()
                    .filter(other -> isSame(other.name(), table.name()))
                    .findFirst()
                    .orElse(null);
            if (after != null) {
                rename(table.name(), after.name());
            }
        }
        if (after != null && !rules.heedsCaseOfColumns()) {
            for (Column column : table.columns()) {
                Name name = after.name();
                wanted(column.name(), table, after).ifPresent(newName -> rename(name, column.name(), newName));
            }
        }
    }

    private static boolean isSame(Name one, Name other) {
        return one.toString().equalsIgnoreCase(other.toString());
    }

    /** The old name would stand in the way of the new one, so there is one between. */
    private void rename(Name from, Name to) {
        String between = from.name() + " in other letters";
        renames.add(new Operation.RenameTable(from, between));
        renames.add(new Operation.RenameTable(from.withName(between), to.name()));
    }

    private void rename(Name table, String from, String to) {
        renames.add(
                new Operation.AlterColumn(table, from, ColumnChange.NONE.rename(to), ColumnChange.NONE.rename(from)));
    }

    private static Optional<String> wanted(String column, Table before, Table after) {
        return after.column(column).isPresent()
                ? Optional.empty()
                : after.columns().stream()
                        .map(Column::name)
                        .filter(name -> name.equalsIgnoreCase(column)
                                && before.column(name).isEmpty())
                        .findFirst();
    }
}
