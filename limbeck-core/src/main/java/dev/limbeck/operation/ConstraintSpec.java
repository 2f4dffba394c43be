// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.Constraint;

/** A constraint in the words of a migration. */
public sealed interface ConstraintSpec extends TableElement {

    Constraint constraint();

    /** A primary key or a check, which have no options. */
    record Plain(Constraint constraint) implements ConstraintSpec {}

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
