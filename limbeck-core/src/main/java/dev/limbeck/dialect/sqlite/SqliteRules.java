// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.diff.DiffRules;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What SQLite has to say about the comparing of two schemas. */
record SqliteRules(SqliteDialect dialect) implements DiffRules {
    private static final Map<String, String> BY_TYPE = Map.of(
            "boolean", "false",
            "bool", "false",
            "date", "current_date",
            "time", "current_time",
            "datetime", "current_timestamp",
            "timestamp", "current_timestamp",
            "timestamptz", "current_timestamp",
            "numeric", "0",
            "decimal", "0",
            "number", "0");

    /**
     * None: a copied value is converted where the column's affinity can do it without loss. A cast would not stop there;
     * it makes 0 of the text "abc", and 2026 of "2026-11-20" for a column of type date.
     */
    @Override
    public Optional<String> conversion(Column before, Column after) {
        return Optional.empty();
    }

    @Override
    public Optional<String> obviousValue(Column column) {
        String known = BY_TYPE.get(column.type().name().name());
        if (known != null) {
            return Optional.of(known);
        }
        return switch (SqliteTypes.affinity(column.type())) {
            case INTEGER -> Optional.of("0");
            case REAL -> Optional.of("0.0");
            case TEXT -> Optional.of("''");
            case BLOB, NUMERIC -> Optional.empty();
        };
    }

    /** A column of a strict table refuses what is no number, and tells so row by row. */
    @Override
    public boolean enforcesTypes() {
        return false;
    }

    @Override
    public String quote(String identifier) {
        return dialect.quote(identifier);
    }

    @Override
    public String literal(Object value) {
        return dialect.literal(value);
    }

    @Override
    public boolean heedsCaseOfTables() {
        return false;
    }

    @Override
    public boolean heedsCaseOfColumns() {
        return false;
    }

    @Override
    public Schema after(Operation rename, Schema schema) {
        Schema after = rename.apply(schema);
        if (rename instanceof Operation.AlterColumn alter && alter.change().newName() != null) {
            SqliteRenaming renaming =
                    SqliteRenaming.of(alter.column(), alter.change().newName(), this::quote);
            return schema.table(alter.table())
                    .map(table -> after.with(renaming.apply(table)))
                    .orElse(after);
        }
        return after;
    }

    @Override
    public boolean foreignKeysMayDangle() {
        return true;
    }

    /** An index is named as tables are, in letters of either case; a constraint's name is for its table alone. */
    @Override
    public Set<Name> namesOfItsOwn(Table table) {
        return Stream.concat(
                        Stream.of(table.name().name()), table.indexes().stream().map(Index::name))
                .map(SqliteNames::folded)
                .map(table.name()::withName)
                .collect(Collectors.toSet());
    }
}
