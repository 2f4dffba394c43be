// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A named type that restricts another one. Checks stand sorted by name and call the value {@code VALUE}. */
public record Domain(
        Name name,
        DataType type,
        @Nullable ColumnValue value,
        boolean nullable,
        List<Constraint.Check> checks,
        @Nullable String collation,
        @Nullable String comment) {

    public Domain {
        checks = checks.stream()
                .sorted(Comparator.comparing(check -> String.valueOf(check.name())))
                .toList();
    }

    public static Domain of(Name name, DataType type) {
        return new Domain(name, type, null, true, List.of(), null, null);
    }

    public Domain withName(Name newName) {
        return new Domain(newName, type, value, nullable, checks, collation, comment);
    }

    public Domain withType(DataType newType) {
        return new Domain(name, newType, value, nullable, checks, collation, comment);
    }
}
