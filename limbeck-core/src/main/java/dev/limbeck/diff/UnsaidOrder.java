// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.schema.Constraint;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order of the columns in primary and foreign keys. A mapping does not say it; a provider sorts the columns as it
 * thinks best, another version or another way to create the tables otherwise. So a key that is there keeps its order.
 */
final class UnsaidOrder {
    private UnsaidOrder() {}

    /** The wanted constraints, with the order of columns in which a key of the same columns is there. */
    static List<Constraint> kept(List<Constraint> present, List<Constraint> wanted) {
        return wanted.stream().map(each -> kept(present, each)).toList();
    }

    private static Constraint kept(List<Constraint> present, Constraint wanted) {
        Constraint sorted = sorted(wanted);
        return present.stream()
                .filter(old -> sorted(old).equals(sorted))
                .findFirst()
                .map(old -> old.withName(wanted.name()))
                .orElse(wanted);
    }

    /** A key without its name and its order; another constraint as it is. */
    private static Constraint sorted(Constraint constraint) {
        List<Integer> order = IntStream.range(0, constraint.columns().size())
                .boxed()
                .sorted(Comparator.comparing(constraint.columns()::get))
                .toList();
        if (constraint instanceof Constraint.PrimaryKey key) {
            return key.withColumns(picked(key.columns(), order), key.include()).withName(null);
        }
        if (constraint instanceof Constraint.ForeignKey key
                && key.referencedColumns().size() == order.size()) {
            return key.withColumns(picked(key.columns(), order))
                    .withReferences(key.references(), picked(key.referencedColumns(), order))
                    .withName(null);
        }
        return constraint;
    }

    private static List<String> picked(List<String> columns, List<Integer> order) {
        return order.stream().map(columns::get).toList();
    }
}
