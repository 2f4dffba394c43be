// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.Constraint;

/** A constraint in the words of a migration. */
public sealed interface ConstraintSpec extends TableElement {

    Constraint constraint();

    /** The constraint, held by new rows alone until {@code validateConstraint} has read those that are there. */
    default ConstraintSpec notValid() {
        return new NotValid(constraint());
    }

    /** A constraint that leaves the rows that are there unread. */
    record NotValid(Constraint constraint) implements ConstraintSpec {}

    /** A primary key or a check, which have no options. */
    record Plain(Constraint constraint) implements ConstraintSpec {}

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
            return new UniqueSpec(new Constraint.Unique(
                    constraint.name(),
                    constraint.columns(),
                    Constraint.Deferral.INITIALLY_IMMEDIATE,
                    constraint.nullsNotDistinct()));
        }

        public UniqueSpec initiallyDeferred() {
            return new UniqueSpec(new Constraint.Unique(
                    constraint.name(),
                    constraint.columns(),
                    Constraint.Deferral.INITIALLY_DEFERRED,
                    constraint.nullsNotDistinct()));
        }

        public UniqueSpec nullsNotDistinct() {
            return new UniqueSpec(
                    new Constraint.Unique(constraint.name(), constraint.columns(), constraint.deferral(), true));
        }
    }

    /** A foreign key that says what it refers to. */
    record ForeignKeySpec(Constraint.ForeignKey constraint) implements ConstraintSpec {

        public ForeignKeySpec onDelete(Constraint.Action action) {
            return with(action, constraint.onUpdate(), constraint.match(), constraint.deferral());
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
                    deferral));
        }
    }
}
