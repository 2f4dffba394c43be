// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Schema;
import java.util.Optional;

/** A rename as an operation, and whether two schemas leave room for it. */
public final class RenameOperations {
    private RenameOperations() {}

    /** The operation; empty for a value of a list, which rows and a check have, and no object of the schema. */
    public static Optional<Operation> of(Rename rename, Schema present) {
        return switch (rename.kind()) {
            case TABLE -> Optional.of(new Operation.RenameTable(rename.where(), rename.to()));
            case COLUMN ->
                Optional.of(new Operation.AlterColumn(
                        rename.where(),
                        rename.from(),
                        ColumnChange.NONE.rename(rename.to()),
                        ColumnChange.NONE.rename(rename.from())));
            case INDEX -> Optional.of(new Operation.RenameIndex(rename.where(), rename.from(), rename.to()));
            case CONSTRAINT -> Optional.of(new Operation.RenameConstraint(rename.where(), rename.from(), rename.to()));
            case ENUM_VALUE ->
                present.enums().containsKey(rename.where())
                        ? Optional.of(new Operation.RenameEnumValue(rename.where(), rename.from(), rename.to()))
                        : Optional.empty();
        };
    }

    /** Why the rename cannot be what separates the two schemas; empty if it can. */
    public static Optional<String> obstacle(Rename rename, Schema present, Schema wanted) {
        if (!has(present, rename, rename.from())) {
            return Optional.of("there is no " + rename.kind().label() + " " + rename.from());
        }
        if (has(present, rename, rename.to())) {
            return Optional.of("there is a " + rename.kind().label() + " " + rename.to() + " already");
        }
        if (has(wanted, rename, rename.from())) {
            return Optional.of("the models still have the " + rename.kind().label() + " " + rename.from());
        }
        return has(wanted, rename, rename.to())
                ? Optional.empty()
                : Optional.of("the models have no " + rename.kind().label() + " " + rename.to());
    }

    private static boolean has(Schema schema, Rename rename, String name) {
        return switch (rename.kind()) {
            case TABLE -> schema.table(rename.where().withName(name)).isPresent();
            case COLUMN ->
                schema.table(rename.where())
                        .flatMap(table -> table.column(name))
                        .isPresent();
            case INDEX ->
                schema.table(rename.where()).flatMap(table -> table.index(name)).isPresent();
            case CONSTRAINT ->
                schema.table(rename.where())
                        .flatMap(table -> table.constraint(name))
                        .isPresent();
            case ENUM_VALUE ->
                schema.enums().containsKey(rename.where())
                        ? schema.enums().get(rename.where()).values().contains(name)
                        : hasListed(schema, rename, name);
        };
    }

    private static boolean hasListed(Schema schema, Rename rename, String value) {
        return schema.tables().values().stream()
                .filter(table -> table.name().toString().equals(rename.where().schema()))
                .map(ValueList::of)
                .anyMatch(lists -> lists.stream()
                        .anyMatch(list ->
                                list.column().equalsIgnoreCase(rename.where().name())
                                        && list.values().contains(value)));
    }
}
