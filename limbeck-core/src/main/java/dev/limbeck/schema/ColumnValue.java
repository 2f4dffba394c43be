// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

/** Where a column's value comes from when a row does not say: a default, an identity, or a generation expression. */
public sealed interface ColumnValue {

    /** One method for each kind, so that a new kind breaks the build wherever it must be handled. */
    interface Visitor<R> {
        R literal(Literal literal);

        R expression(Expression expression);

        R identity(Identity identity);

        R generated(Generated generated);
    }

    <R> R accept(Visitor<R> visitor);

    /** A constant: a String, a Number or a Boolean. A whole number that an int can hold is held by one. */
    record Literal(Object value) implements ColumnValue {
        public Literal {
            if (value instanceof Long number && number == number.intValue()) {
                value = number.intValue();
            }
            if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
                throw new IllegalArgumentException("a literal default is a String, a Number or a Boolean, not "
                        + value.getClass().getName());
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.literal(this);
        }
    }

    /** SQL that is evaluated for each row. */
    record Expression(String sql) implements ColumnValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.expression(this);
        }
    }

    /** Numbers from a sequence of the column's own; {@code always} refuses values that a row brings along. */
    record Identity(boolean always, SequenceOptions options) implements ColumnValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.identity(this);
        }
    }

    /** Computed from other columns of the row; stored, or virtual. */
    record Generated(String sql, boolean stored) implements ColumnValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.generated(this);
        }
    }
}
