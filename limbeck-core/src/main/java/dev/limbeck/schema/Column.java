// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import org.jspecify.annotations.Nullable;

/** A column of a table. */
public record Column(
        String name,
        DataType type,
        boolean nullable,
        @Nullable ColumnValue value,
        @Nullable String collation,
        @Nullable String comment) {

    /** A nullable column without a default. */
    public static Column of(String name, DataType type) {
        return new Column(name, type, true, null, null, null);
    }

    public Column withName(String newName) {
        return new Column(newName, type, nullable, value, collation, comment);
    }

    public Column withType(DataType newType) {
        return new Column(name, newType, nullable, value, collation, comment);
    }

    public Column withNullable(boolean newNullable) {
        return new Column(name, type, newNullable, value, collation, comment);
    }

    public Column withValue(@Nullable ColumnValue newValue) {
        return new Column(name, type, nullable, newValue, collation, comment);
    }

    public Column withCollation(@Nullable String newCollation) {
        return new Column(name, type, nullable, value, newCollation, comment);
    }

    public Column withComment(@Nullable String newComment) {
        return new Column(name, type, nullable, value, collation, newComment);
    }
}
