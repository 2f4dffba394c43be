// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.run.Replay;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a source's SQL cannot say for a database, and what of it is missing once that SQL has run. */
final class ModelAdditions {
    private ModelAdditions() {}

    /** Applies the additions whose table is there and that say something new. */
    static void apply(List<Operation> additions, Dialect dialect, Replay replay, ModelRequest request) {
        if (additions.isEmpty()) {
            return;
        }
        Schema schema = replay.current().schema();
        List<Operation> missing = additions.stream()
                .filter(addition -> isMissing(addition, schema))
                .toList();
        missing.forEach(addition -> refuseUnknownColumns(addition, schema, request));
        replay.run(dialect.arrange(missing), "completion of the models' schema");
    }

    /** The database would show a table that nobody asked for, made to take the constraint. */
    private static void refuseUnknownColumns(Operation addition, Schema schema, ModelRequest request) {
        if (addition instanceof Operation.AddConstraint added) {
            List<Column> present =
                    schema.table(added.table()).map(Table::columns).orElse(List.of());
            List<String> unknown = columns(added.constraint()).stream()
                    .filter(name ->
                            present.stream().noneMatch(column -> column.name().equalsIgnoreCase(name)))
                    .toList();
            if (!unknown.isEmpty()) {
                throw new MigrationException(
                        ErrorCode.MODELS_REJECTED,
                        "The models \"" + request.source() + "\" ask for "
                                + added.constraint().kind().label() + " "
                                + added.constraint().name() + " on "
                                + added.table() + " (" + String.join(", ", columns(added.constraint()))
                                + "), but the table has no column " + String.join(", ", unknown)
                                + ".\nCorrect the mapping.");
            }
        }
    }

    private static List<String> columns(Constraint constraint) {
        if (constraint instanceof Constraint.Unique unique) {
            return unique.columns();
        }
        return constraint instanceof Constraint.ForeignKey key ? key.columns() : List.of();
    }

    private static boolean isMissing(Operation addition, Schema schema) {
        if (!(addition instanceof Operation.AddConstraint added)) {
            return true;
        }
        return schema.table(added.table())
                .map(table -> isMissing(added.constraint(), table))
                .orElse(false);
    }

    /** A foreign key or a unique constraint is there if one with the same columns is, whatever its name. */
    private static boolean isMissing(Constraint wanted, Table table) {
        if (wanted instanceof Constraint.ForeignKey key) {
            return table.foreignKeys().stream()
                    .noneMatch(present -> present.columns().equals(key.columns())
                            && present.references().equals(key.references()));
        }
        if (wanted instanceof Constraint.Unique unique) {
            Set<String> columns = Set.copyOf(unique.columns());
            return table.constraints(Constraint.Unique.class)
                            .noneMatch(present -> Set.copyOf(present.columns()).equals(columns))
                    && table.indexes().stream()
                            .noneMatch(index -> index.unique()
                                    && index.where() == null
                                    && columns.equals(index.parts().stream()
                                            .map(part -> part.text())
                                            .collect(Collectors.toSet())));
        }
        return !table.constraints().contains(wanted);
    }
}
