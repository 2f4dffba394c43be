// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of constraints and indexes that nobody chose: a provider's checksum, or what a database makes of table and
 * columns. They say nothing, so a constraint that is there under a name that somebody did choose keeps it.
 */
public final class InventedNames {
    private static final Pattern INVENTED =
            Pattern.compile("(fk|uk|idx)_?[0-9a-z]{20,}|.*_(pkey|key|fkey|check)\\d*", Pattern.CASE_INSENSITIVE);

    private InventedNames() {}

    /**
     * The wanted schema, in which what has an invented name has the name of its equal that is there, and keys have the
     * order of their columns there, which is as little somebody's choice.
     */
    public static Schema replaced(Schema present, Schema wanted) {
        return wanted.mapTables(table -> present.table(table.name())
                .map(before -> replaced(before, table))
                .orElse(table));
    }

    private static Table replaced(Table before, Table after) {
        List<Constraint> constraints = UnsaidOrder.kept(before.constraints(), after.constraints());
        Table result =
                after.withConstraints(named(before.constraints(), constraints, Constraint::name, Constraint::withName));
        return result.withIndexes(named(before.indexes(), after.indexes(), Index::name, Index::withName));
    }

    private static <T> List<T> named(
            List<T> before, List<T> after, Function<T, @Nullable String> name, BiFunction<T, String, T> withName) {
        BiPredicate<T, T> same = (one, other) -> withName.apply(one, "").equals(withName.apply(other, ""));
        Set<T> taken = new HashSet<>(after);
        return after.stream()
                .map(each -> {
                    if (!isInvented(name.apply(each)) || before.contains(each)) {
                        return each;
                    }
                    T present = before.stream()
                            .filter(old -> isChosen(name.apply(old)) && same.test(old, each) && taken.add(old))
                            .findFirst()
                            .orElse(each);
                    return present;
                })
                .toList();
    }

    private static boolean isInvented(@Nullable String name) {
        return name != null && INVENTED.matcher(name).matches();
    }

    private static boolean isChosen(@Nullable String name) {
        return name != null && !isInvented(name);
    }
}
