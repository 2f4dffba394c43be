// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.SequenceOptions;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What changes of a column; whatever is not named stays as it is.
 *
 * @param using the SQL that makes the new value of the old one, where the type changes
 */
public record ColumnChange(
        @Nullable String newName,
        @Nullable DataType newType,
        @Nullable String using,
        @Nullable Boolean newNullable,
        Update<ColumnValue> newValue,
        Update<String> newCollation,
        Update<String> newComment) {

    public static final ColumnChange NONE =
            new ColumnChange(null, null, null, null, Update.keep(), Update.keep(), Update.keep());

    /** The change that makes {@code after} of {@code before}. */
    public static ColumnChange between(Column before, Column after) {
        return new ColumnChange(
                before.name().equals(after.name()) ? null : after.name(),
                before.type().equals(after.type()) ? null : after.type(),
                null,
                before.nullable() == after.nullable() ? null : Boolean.valueOf(after.nullable()),
                Update.between(before.value(), after.value()),
                Update.between(before.collation(), after.collation()),
                Update.between(before.comment(), after.comment()));
    }

    /** The column after this change. */
    public Column apply(Column column) {
        return new Column(
                newName == null ? column.name() : newName,
                newType == null ? column.type() : newType,
                newNullable == null ? column.nullable() : newNullable,
                newValue.apply(column.value()),
                newCollation.apply(column.collation()),
                newComment.apply(column.comment()));
    }

    public ColumnChange rename(String name) {
        return new ColumnChange(name, newType, using, newNullable, newValue, newCollation, newComment);
    }

    public ColumnChange type(DataType type) {
        return new ColumnChange(newName, type, using, newNullable, newValue, newCollation, newComment);
    }

    public ColumnChange using(String expression) {
        return new ColumnChange(newName, newType, expression, newNullable, newValue, newCollation, newComment);
    }

    public ColumnChange nullable() {
        return withNullable(true);
    }

    public ColumnChange notNull() {
        return withNullable(false);
    }

    /** Makes a constant the default: a String, a Number or a Boolean. */
    public ColumnChange defaultValue(Object literal) {
        TimeDefault.check(newType, literal);
        return value(new ColumnValue.Literal(literal));
    }

    /** Makes SQL the default. */
    public ColumnChange defaultExpression(String sql) {
        return value(new ColumnValue.Expression(sql));
    }

    public ColumnChange noDefault() {
        return withValue(Update.remove());
    }

    /** Makes the column take what the given rule says: a default, an identity, or a generation expression. */
    public ColumnChange value(ColumnValue value) {
        return withValue(Update.set(value));
    }

    /** Makes the column an identity that accepts values a row brings along. */
    public ColumnChange identity() {
        return identity(options -> options);
    }

    /** As {@link #identity()}, counting in a way of its own. */
    public ColumnChange identity(UnaryOperator<SequenceOptions> options) {
        return value(new ColumnValue.Identity(false, options.apply(SequenceOptions.DEFAULTS)));
    }

    /** Makes the column an identity that refuses values a row brings along. */
    public ColumnChange identityAlways() {
        return identityAlways(options -> options);
    }

    /** As {@link #identityAlways()}, counting in a way of its own. */
    public ColumnChange identityAlways(UnaryOperator<SequenceOptions> options) {
        return value(new ColumnValue.Identity(true, options.apply(SequenceOptions.DEFAULTS)));
    }

    /** Makes the column be computed from others when a row is written. */
    public ColumnChange generatedStored(String sql) {
        return value(new ColumnValue.Generated(sql, true));
    }

    /** Makes the column be computed from others when a row is read. */
    public ColumnChange generatedVirtual(String sql) {
        return value(new ColumnValue.Generated(sql, false));
    }

    public ColumnChange noIdentity() {
        return withValue(Update.remove());
    }

    public ColumnChange collation(String name) {
        return new ColumnChange(newName, newType, using, newNullable, newValue, Update.set(name), newComment);
    }

    public ColumnChange noCollation() {
        return new ColumnChange(newName, newType, using, newNullable, newValue, Update.remove(), newComment);
    }

    public ColumnChange comment(String comment) {
        return new ColumnChange(newName, newType, using, newNullable, newValue, newCollation, Update.set(comment));
    }

    public ColumnChange noComment() {
        return new ColumnChange(newName, newType, using, newNullable, newValue, newCollation, Update.remove());
    }

    private ColumnChange withNullable(boolean nullable) {
        return new ColumnChange(newName, newType, using, nullable, newValue, newCollation, newComment);
    }

    private ColumnChange withValue(Update<ColumnValue> value) {
        return new ColumnChange(newName, newType, using, newNullable, value, newCollation, newComment);
    }
}
