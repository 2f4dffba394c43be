// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a foreign key, before it is said what they refer to. */
public record ForeignKeyStart(@Nullable String name, List<String> columns) {

    /** Refers to columns of a table ({@code table} or {@code schema.table}). */
    public ConstraintSpec.ForeignKeySpec references(String table, String... referencedColumns) {
        return new ConstraintSpec.ForeignKeySpec(
                Constraint.ForeignKey.of(name, columns, Name.parse(table), List.of(referencedColumns)));
    }
}
