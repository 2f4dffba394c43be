// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Domain;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is said of a domain that is created or altered; whatever is not named stays as it is. */
public record DomainChange(
        Update<ColumnValue> newValue,
        @Nullable Boolean newNullable,
        List<String> droppedChecks,
        List<Constraint.Check> newChecks,
        Update<String> newCollation,
        Update<String> newComment) {

    public static final DomainChange NONE =
            new DomainChange(Update.keep(), null, List.of(), List.of(), Update.keep(), Update.keep());

    public DomainChange {
        droppedChecks = List.copyOf(droppedChecks);
        newChecks = List.copyOf(newChecks);
    }

    /** The change that makes {@code after} of {@code before}, which have the same name and type. */
    public static DomainChange between(Domain before, Domain after) {
        return new DomainChange(
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
                domain.type(),
                newValue.apply(domain.value()),
                newNullable == null ? domain.nullable() : newNullable,
                Stream.concat(kept, newChecks.stream()).toList(),
                newCollation.apply(domain.collation()),
                newComment.apply(domain.comment()));
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
        Stream<Constraint.Check> checks =
                Stream.concat(newChecks.stream(), Stream.of(new Constraint.Check(name, expression)));
        return new DomainChange(newValue, newNullable, droppedChecks, checks.toList(), newCollation, newComment);
    }

    public DomainChange dropCheck(String name) {
        List<String> dropped =
                Stream.concat(droppedChecks.stream(), Stream.of(name)).toList();
        return new DomainChange(newValue, newNullable, dropped, newChecks, newCollation, newComment);
    }

    /** The collation of a domain that is being created. */
    public DomainChange collation(String name) {
        return new DomainChange(newValue, newNullable, droppedChecks, newChecks, Update.set(name), newComment);
    }

    public DomainChange comment(String comment) {
        return new DomainChange(newValue, newNullable, droppedChecks, newChecks, newCollation, Update.set(comment));
    }

    public DomainChange noComment() {
        return new DomainChange(newValue, newNullable, droppedChecks, newChecks, newCollation, Update.remove());
    }

    private DomainChange withNullable(boolean nullable) {
        return new DomainChange(newValue, nullable, droppedChecks, newChecks, newCollation, newComment);
    }

    private DomainChange withValue(Update<ColumnValue> value) {
        return new DomainChange(value, newNullable, droppedChecks, newChecks, newCollation, newComment);
    }
}
