// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Domain;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is said of a domain that is created or altered; whatever is not named stays as it is. */
public record DomainChange(
        @Nullable DataType newType,
        Update<ColumnValue> newValue,
        @Nullable Boolean newNullable,
        List<String> droppedChecks,
        List<Constraint.Check> newChecks,
        Update<String> newCollation,
        Update<String> newComment) {

    public static final DomainChange NONE =
            new DomainChange(null, Update.keep(), null, List.of(), List.of(), Update.keep(), Update.keep());

    public DomainChange {
        droppedChecks = List.copyOf(droppedChecks);
        newChecks = List.copyOf(newChecks);
    }

    /** The change that makes {@code after} of {@code before}, which have the same name. */
    public static DomainChange between(Domain before, Domain after) {
        return new DomainChange(
                before.type().equals(after.type()) ? null : after.type(),
                Update.between(before.value(), after.value()),
                before.nullable() == after.nullable() ? null : Boolean.valueOf(after.nullable()),
                before.checks().stream()
                        .filter(check -> !after.checks().contains(check))
                        .map(Constraint.Check::name)
                        .filter(Objects::nonNull)
                        .toList(),
                after.checks().stream()
                        .filter(check -> !before.checks().contains(check))
                        .toList(),
                Update.between(before.collation(), after.collation()),
                Update.between(before.comment(), after.comment()));
    }

    /** The domain after this change. */
    public Domain apply(Domain domain) {
        Stream<Constraint.Check> kept =
                domain.checks().stream().filter(check -> !droppedChecks.contains(String.valueOf(check.name())));
        return new Domain(
                domain.name(),
                newType == null ? domain.type() : newType,
                newValue.apply(domain.value()),
                newNullable == null ? domain.nullable() : newNullable,
                Stream.concat(kept, newChecks.stream()).toList(),
                newCollation.apply(domain.collation()),
                newComment.apply(domain.comment()));
    }

    /** Another type below; the columns that have the domain are made anew with it, and their values converted. */
    public DomainChange type(DataType type) {
        return new DomainChange(type, newValue, newNullable, droppedChecks, newChecks, newCollation, newComment);
    }

    /** Whether the database has to make the domain anew for it, and each column that has the domain. */
    public boolean isMadeAnew() {
        return newType != null || newCollation.changes();
    }

    public DomainChange notNull() {
        return withNullable(false);
    }

    public DomainChange nullable() {
        return withNullable(true);
    }

    /** A constant default: a String, a Number or a Boolean. For SQL use {@link #defaultExpression}. */
    public DomainChange defaultValue(Object literal) {
        return withValue(Update.set(new ColumnValue.Literal(literal)));
    }

    /** A default that the database evaluates for each row. */
    public DomainChange defaultExpression(String sql) {
        return withValue(Update.set(new ColumnValue.Expression(sql)));
    }

    public DomainChange noDefault() {
        return withValue(Update.remove());
    }

    /** A condition that each value fulfils, in which it is called {@code value}; existing rows are read for it. */
    public DomainChange check(String name, String expression) {
        return withCheck(new Constraint.Check(name, expression));
    }

    /** A condition that each new value fulfils; existing rows are not read for it. */
    public DomainChange notValidCheck(String name, String expression) {
        return withCheck(new Constraint.Check(name, expression).withNotValid(true));
    }

    private DomainChange withCheck(Constraint.Check check) {
        List<Constraint.Check> checks =
                Stream.concat(newChecks.stream(), Stream.of(check)).toList();
        return new DomainChange(newType, newValue, newNullable, droppedChecks, checks, newCollation, newComment);
    }

    public DomainChange dropCheck(String name) {
        List<String> dropped =
                Stream.concat(droppedChecks.stream(), Stream.of(name)).toList();
        return new DomainChange(newType, newValue, newNullable, dropped, newChecks, newCollation, newComment);
    }

    /** Another collation; the columns that have the domain are made anew with it. */
    public DomainChange collation(String name) {
        return new DomainChange(newType, newValue, newNullable, droppedChecks, newChecks, Update.set(name), newComment);
    }

    /** The collation of the type below. */
    public DomainChange noCollation() {
        return new DomainChange(newType, newValue, newNullable, droppedChecks, newChecks, Update.remove(), newComment);
    }

    public DomainChange comment(String comment) {
        return new DomainChange(
                newType, newValue, newNullable, droppedChecks, newChecks, newCollation, Update.set(comment));
    }

    public DomainChange noComment() {
        return new DomainChange(
                newType, newValue, newNullable, droppedChecks, newChecks, newCollation, Update.remove());
    }

    private DomainChange withNullable(boolean nullable) {
        return new DomainChange(newType, newValue, nullable, droppedChecks, newChecks, newCollation, newComment);
    }

    private DomainChange withValue(Update<ColumnValue> value) {
        return new DomainChange(newType, value, newNullable, droppedChecks, newChecks, newCollation, newComment);
    }
}
