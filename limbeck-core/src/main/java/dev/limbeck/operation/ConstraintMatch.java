// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.Constraint;
import java.util.Optional;

/**
 * Whether a constraint is the one that a migration describes, whatever either is called. What a migration need not say is
 * not compared: what a foreign key does on a delete, which columns a key carries along, when it is checked.
 */
record ConstraintMatch(Constraint wanted) implements Constraint.Visitor<Boolean> {

    @Override
    public Boolean primaryKey(Constraint.PrimaryKey key) {
        return as(Constraint.PrimaryKey.class)
                .filter(other -> other.columns().equals(key.columns()))
                .isPresent();
    }

    @Override
    public Boolean unique(Constraint.Unique unique) {
        return as(Constraint.Unique.class)
                .filter(other -> other.columns().equals(unique.columns()))
                .isPresent();
    }

    /** Without columns a foreign key refers to the primary key. */
    @Override
    public Boolean foreignKey(Constraint.ForeignKey key) {
        return as(Constraint.ForeignKey.class)
                .filter(other -> other.columns().equals(key.columns())
                        && other.references().equals(key.references())
                        && (other.referencedColumns().isEmpty()
                                || key.referencedColumns().isEmpty()
                                || other.referencedColumns().equals(key.referencedColumns())))
                .isPresent();
    }

    @Override
    public Boolean check(Constraint.Check check) {
        return as(Constraint.Check.class)
                .filter(other -> onOneLine(other.expression()).equals(onOneLine(check.expression())))
                .isPresent();
    }

    @Override
    public Boolean exclusion(Constraint.Exclusion exclusion) {
        return as(Constraint.Exclusion.class)
                .filter(other -> onOneLine(other.definition()).equals(onOneLine(exclusion.definition())))
                .isPresent();
    }

    private <T extends Constraint> Optional<T> as(Class<T> kind) {
        return Optional.of(wanted).filter(kind::isInstance).map(kind::cast);
    }

    private static String onOneLine(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }
}
