// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The renames that may stand behind what a diff would drop and add; the likeliest first. */
public final class LikelyRenames {
    private LikelyRenames() {}

    private record Guess(Rename rename, double likeness) {}

    /** Tables; columns are compared when these have the names that they are to have. */
    public static List<Rename> ofTables(Schema from, Schema to) {
        TableLikeness likeness = new TableLikeness(from, to);
        List<Guess> guesses = new ArrayList<>();
        for (Table old : likeness.dropped()) {
            for (Table now : likeness.added()) {
                guesses.add(new Guess(Rename.table(old.name(), now.name().name()), likeness.of(old, now)));
            }
        }
        return sorted(guesses);
    }

    /** Columns of tables that stay. */
    public static List<Rename> ofColumns(Schema from, Schema to) {
        List<Guess> guesses = new ArrayList<>();
        for (Table before : from.tables().values()) {
            to.table(before.name()).ifPresent(after -> addColumns(guesses, before, after));
        }
        return sorted(guesses);
    }

    private static void addColumns(List<Guess> guesses, Table before, Table after) {
        ColumnLikeness likeness = new ColumnLikeness(before, after);
        for (Column old : likeness.dropped()) {
            for (Column now : likeness.added()) {
                guesses.add(new Guess(Rename.column(before.name(), old.name(), now.name()), likeness.of(old, now)));
            }
        }
    }

    /** Values of enum types, and of columns whose check or type lists its values. */
    public static List<Rename> ofValues(Schema from, Schema to) {
        List<Guess> guesses = new ArrayList<>();
        for (EnumType before : from.enums().values()) {
            EnumType after = to.enums().get(before.name());
            if (after != null) {
                addValues(guesses, before.name(), before.values(), after.values());
            }
        }
        ValueList.changes(from, to)
                .forEach(change -> addValues(
                        guesses,
                        change.where(),
                        change.before().values(),
                        change.after().values()));
        return sorted(guesses);
    }

    private static void addValues(List<Guess> guesses, Name where, List<String> before, List<String> after) {
        for (String old : before) {
            for (String now : after) {
                if (!after.contains(old) && !before.contains(now)) {
                    boolean inPlace = before.size() == after.size() && before.indexOf(old) == after.indexOf(now);
                    double likeness = NameLikeness.of(old, now) + (inPlace ? NameLikeness.ALIKE : 0);
                    guesses.add(new Guess(Rename.enumValue(where, old, now), likeness));
                }
            }
        }
    }

    private static List<Rename> sorted(List<Guess> guesses) {
        return guesses.stream()
                .filter(guess -> guess.likeness() >= NameLikeness.ALIKE)
                .sorted(Comparator.comparingDouble(Guess::likeness).reversed())
                .map(Guess::rename)
                .toList();
    }
}
