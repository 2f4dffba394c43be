// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.Constraint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A constraint in the words of a migration. */
public sealed interface ConstraintSpec extends TableElement {

    Constraint constraint();

    /** The constraint, held by new rows alone until {@code validateConstraint} has read those that are there. */
    default ConstraintSpec notValid() {
        return new NotValid(constraint());
    }

    /** A constraint that leaves the rows that are there unread. */
    record NotValid(Constraint constraint) implements ConstraintSpec {}

    /** A constraint that takes over an index, which gets its name. */
    record UsingIndex(Constraint constraint, String index) implements ConstraintSpec {}

    /** A check. */
    record CheckSpec(Constraint.Check constraint) implements ConstraintSpec {

        /** Leaves tables that inherit from this one free of it. */
        public CheckSpec noInherit() {
            return new CheckSpec(new Constraint.Check(constraint.name(), constraint.expression(), true));
        }
    }

    /** A primary key. */
    record PrimaryKeySpec(Constraint.PrimaryKey constraint) implements ConstraintSpec {

        public PrimaryKeySpec deferrable() {
            return new PrimaryKeySpec(constraint.withDeferral(Constraint.Deferral.INITIALLY_IMMEDIATE));
        }

        public PrimaryKeySpec initiallyDeferred() {
            return new PrimaryKeySpec(constraint.withDeferral(Constraint.Deferral.INITIALLY_DEFERRED));
        }

        /** Carries columns along in its index. */
        public PrimaryKeySpec include(String... columns) {
            return new PrimaryKeySpec(constraint.withColumns(constraint.columns(), List.of(columns)));
        }

        /**
         * An option that only its database knows, such as {@code comment} on MariaDB; what is said of one column has its name
         * in parentheses, such as {@code desc(id)}.
         */
        public PrimaryKeySpec option(String name, String value) {
            Map<String, String> options = new LinkedHashMap<>(constraint.options());
            options.put(name, value);
            return new PrimaryKeySpec(constraint.withOptions(options));
        }

        /** Takes over a unique index of these columns, which is there already, instead of building one. */
        public ConstraintSpec usingIndex(String index) {
            return new UsingIndex(constraint, index);
        }
    }

    /** An exclusion constraint. */
    record ExclusionSpec(Constraint.Exclusion constraint) implements ConstraintSpec {

        public ExclusionSpec deferrable() {
            return with(Constraint.Deferral.INITIALLY_IMMEDIATE);
        }

        public ExclusionSpec initiallyDeferred() {
            return with(Constraint.Deferral.INITIALLY_DEFERRED);
        }

        private ExclusionSpec with(Constraint.Deferral deferral) {
            return new ExclusionSpec(new Constraint.Exclusion(constraint.name(), constraint.definition(), deferral));
        }
    }

    /** A unique constraint. */
    record UniqueSpec(Constraint.Unique constraint) implements ConstraintSpec {

        public UniqueSpec deferrable() {
            return new UniqueSpec(constraint.withDeferral(Constraint.Deferral.INITIALLY_IMMEDIATE));
        }

        public UniqueSpec initiallyDeferred() {
            return new UniqueSpec(constraint.withDeferral(Constraint.Deferral.INITIALLY_DEFERRED));
        }

        public UniqueSpec nullsNotDistinct() {
            return new UniqueSpec(new Constraint.Unique(
                    constraint.name(), constraint.columns(), constraint.deferral(), true, constraint.include()));
        }

        /** Carries columns along in its index. */
        public UniqueSpec include(String... columns) {
            return new UniqueSpec(constraint.withColumns(constraint.columns(), List.of(columns)));
        }

        /** Takes over a unique index of these columns, which is there already, instead of building one. */
        public ConstraintSpec usingIndex(String index) {
            return new UsingIndex(constraint, index);
        }
    }

    /** A foreign key that says what it refers to. */
    record ForeignKeySpec(Constraint.ForeignKey constraint) implements ConstraintSpec {

        public ForeignKeySpec onDelete(Constraint.Action action) {
            return with(action, constraint.onUpdate(), constraint.match(), constraint.deferral());
        }

        /** Sets only these columns to null or their default when the row they refer to is deleted. */
        public ForeignKeySpec onDelete(Constraint.Action action, String... columns) {
            return new ForeignKeySpec(onDelete(action).constraint().withSetColumns(List.of(columns)));
        }

        public ForeignKeySpec onUpdate(Constraint.Action action) {
            return with(constraint.onDelete(), action, constraint.match(), constraint.deferral());
        }

        public ForeignKeySpec matchFull() {
            return with(constraint.onDelete(), constraint.onUpdate(), Constraint.Match.FULL, constraint.deferral());
        }

        public ForeignKeySpec deferrable() {
            return with(
                    constraint.onDelete(),
                    constraint.onUpdate(),
                    constraint.match(),
                    Constraint.Deferral.INITIALLY_IMMEDIATE);
        }

        public ForeignKeySpec initiallyDeferred() {
            return with(
                    constraint.onDelete(),
                    constraint.onUpdate(),
                    constraint.match(),
                    Constraint.Deferral.INITIALLY_DEFERRED);
        }

        private ForeignKeySpec with(
                Constraint.Action onDelete,
                Constraint.Action onUpdate,
                Constraint.Match match,
                Constraint.Deferral deferral) {
            return new ForeignKeySpec(new Constraint.ForeignKey(
                    constraint.name(),
                    constraint.columns(),
                    constraint.references(),
                    constraint.referencedColumns(),
                    onDelete,
                    onUpdate,
                    match,
                    deferral,
                    constraint.setColumns()));
        }
    }
}
