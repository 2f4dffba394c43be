// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.SequenceOptions;
import java.util.function.UnaryOperator;

/** A column in the words of a migration; each method gives a new value. */
public record ColumnSpec(Column column) implements TableElement {

    public ColumnSpec notNull() {
        return new ColumnSpec(column.withNullable(false));
    }

    /** May be null: what a column is anyway, unless it is an identity. */
    public ColumnSpec nullable() {
        return new ColumnSpec(column.withNullable(true));
    }

    /** A constant default: a String, a Number or a Boolean. For SQL use {@link #defaultExpression}. */
    public ColumnSpec defaultValue(Object literal) {
        TimeDefault.check(column.name(), column.type(), literal);
        return value(new ColumnValue.Literal(literal));
    }

    /** A default that the database evaluates for each row. */
    public ColumnSpec defaultExpression(String sql) {
        return value(new ColumnValue.Expression(sql));
    }

    /** Numbers the rows; accepts a value that a row brings along. The column is not null. */
    public ColumnSpec identity() {
        return identity(options -> options);
    }

    /** As {@link #identity()}, counting in a way of its own. */
    public ColumnSpec identity(UnaryOperator<SequenceOptions> options) {
        return notNull().value(new ColumnValue.Identity(false, options.apply(SequenceOptions.DEFAULTS)));
    }

    /** Numbers the rows; refuses a value that a row brings along. The column is not null. */
    public ColumnSpec identityAlways() {
        return identityAlways(options -> options);
    }

    /** As {@link #identityAlways()}, counting in a way of its own. */
    public ColumnSpec identityAlways(UnaryOperator<SequenceOptions> options) {
        return notNull().value(new ColumnValue.Identity(true, options.apply(SequenceOptions.DEFAULTS)));
    }

    /** Computed from other columns when a row is written, and stored. */
    public ColumnSpec generatedStored(String sql) {
        return value(new ColumnValue.Generated(sql, true));
    }

    /** Computed from other columns when a row is read. */
    public ColumnSpec generatedVirtual(String sql) {
        return value(new ColumnValue.Generated(sql, false));
    }

    public ColumnSpec collation(String name) {
        return new ColumnSpec(column.withCollation(name));
    }

    public ColumnSpec comment(String comment) {
        return new ColumnSpec(column.withComment(comment));
    }

    private ColumnSpec value(ColumnValue value) {
        return new ColumnSpec(column.withValue(value));
    }
}
