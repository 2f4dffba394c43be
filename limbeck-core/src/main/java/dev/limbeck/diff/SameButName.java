// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * The renames of what is the same but for its name, about which nobody need be asked: there are no values to lose.
 * A sequence has a value, and is one under another name only if it belongs to the same column or is named after its
 * renamed table.
 */
public final class SameButName {
    private final Schema from;
    private final Schema to;
    private final List<Operation> operations = new ArrayList<>();

    private SameButName(Schema from, Schema to) {
        this.from = from;
        this.to = to;
    }

    /** The operations; a name that is still taken by something else when its turn would come is left to the diff. */
    public static List<Operation> renames(Schema from, Schema to, List<Rename> tables) {
        SameButName same = new SameButName(from, to);
        for (Table before : from.tables().values()) {
            to.table(before.name()).ifPresent(after -> same.addOf(before, after));
        }
        same.addSequences(tables);
        return List.copyOf(same.operations);
    }

    private void addOf(Table before, Table after) {
        pairs(
                before.constraints().stream()
                        .filter(each -> each.name() != null)
                        .toList(),
                after.constraints().stream().filter(each -> each.name() != null).toList(),
                constraint -> Objects.requireNonNull(constraint.name()),
                (one, other) -> one.withName(null).equals(other.withName(null)),
                (old, now) -> operations.add(new Operation.RenameConstraint(before.name(), old, now)));
        pairs(
                before.indexes(),
                after.indexes(),
                Index::name,
                (one, other) -> one.withName("").equals(other.withName("")),
                (old, now) -> operations.add(new Operation.RenameIndex(before.name(), old, now)));
    }

    private void addSequences(List<Rename> tables) {
        pairs(
                List.copyOf(from.sequences().values()),
                List.copyOf(to.sequences().values()),
                sequence -> sequence.name().toString(),
                (one, other) ->
                        Objects.equals(one.name().schema(), other.name().schema()) && isSame(one, other, tables),
                (old, now) -> operations.add(new Operation.RenameSequence(
                        Name.parse(old), Name.parse(now).name())));
    }

    private static boolean isSame(Sequence one, Sequence other, List<Rename> tables) {
        if (one.owner() != null || other.owner() != null) {
            return Objects.equals(one.owner(), other.owner());
        }
        return tables.stream()
                .filter(rename -> rename.kind() == Rename.Kind.TABLE)
                .anyMatch(rename -> one.name()
                        .name()
                        .replace(rename.from(), rename.to())
                        .equals(other.name().name()));
    }

    /** Pairs each thing that goes with one that comes and is the same, and whose name nothing has that is there. */
    private static <T> void pairs(
            List<T> before,
            List<T> after,
            Function<T, String> name,
            BiPredicate<T, T> same,
            BiConsumer<String, String> pair) {
        List<String> present = before.stream().map(name).toList();
        List<String> wanted = after.stream().map(name).toList();
        List<String> taken = new ArrayList<>(present);
        for (T old : before) {
            if (!wanted.contains(name.apply(old))) {
                after.stream()
                        .filter(now -> !taken.contains(name.apply(now)) && same.test(old, now))
                        .findFirst()
                        .ifPresent(now -> {
                            taken.add(name.apply(now));
                            pair.accept(name.apply(old), name.apply(now));
                        });
            }
        }
    }
}
