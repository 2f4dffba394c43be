// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What SQLite's own {@code alter table} can do, by {@code https://sqlite.org/lang_altertable.html}. */
final class SqliteNative {
    private SqliteNative() {}

    /** Whether SQLite does it without a rebuild; for the dropping of a column, whether it may. */
    static boolean mayDo(Operation change) {
        if (change instanceof Operation.AddColumn add) {
            return adds(add.column());
        }
        if (change instanceof Operation.AlterColumn alter) {
            return isRename(alter.change());
        }
        return !(change instanceof Operation.AddConstraint
                || change instanceof Operation.DropConstraint
                || change instanceof Operation.RenameConstraint
                || change instanceof Operation.SetTableOption);
    }

    /** Only a constant can become the value of rows that are there already. */
    private static boolean adds(Column column) {
        ColumnValue value = column.value();
        if (value instanceof ColumnValue.Generated generated) {
            return !generated.stored();
        }
        if (value instanceof ColumnValue.Expression expression) {
            return SqliteDefaults.isConstant(expression.sql());
        }
        return value == null ? column.nullable() : value instanceof ColumnValue.Literal;
    }

    private static boolean isRename(ColumnChange change) {
        return change.newType() == null
                && change.using() == null
                && change.newNullable() == null
                && !change.newValue().changes()
                && !change.newCollation().changes();
    }

    /** Whether nothing of the table but the column itself names the column; triggers and views are SQLite's to refuse. */
    static boolean drops(@Nullable Table table, String column) {
        return table != null
                && table.columns().size() > 1
                && naming(table, column).isEmpty();
    }

    /** What of the table names the column, in words for a message. */
    static Optional<String> naming(Table table, String column) {
        Stream<String> constraints = table.constraints().stream()
                .filter(constraint -> constraint.accept(new Names(column)))
                .map(constraint ->
                        constraint.kind().label() + (constraint.name() == null ? "" : " " + constraint.name()));
        Stream<String> indexes =
                table.indexes().stream().filter(index -> names(index, column)).map(index -> "index " + index.name());
        Stream<String> generated = table.columns().stream()
                .filter(each -> each.value() instanceof ColumnValue.Generated value
                        && SqliteExpressions.names(value.sql(), column))
                .map(each -> "generated column " + each.name());
        return Stream.of(constraints, indexes, generated).flatMap(each -> each).findFirst();
    }

    private static boolean names(Index index, String column) {
        return (index.where() != null && SqliteExpressions.names(index.where(), column))
                || index.parts().stream()
                        .anyMatch(part -> part.expression()
                                ? SqliteExpressions.names(part.text(), column)
                                : part.text().equals(column));
    }

    /** Whether a constraint names a column. */
    private record Names(String column) implements Constraint.Visitor<Boolean> {
        @Override
        public Boolean primaryKey(Constraint.PrimaryKey key) {
            return has(key.columns());
        }

        @Override
        public Boolean unique(Constraint.Unique unique) {
            return has(unique.columns());
        }

        @Override
        public Boolean foreignKey(Constraint.ForeignKey key) {
            return has(key.columns());
        }

        @Override
        public Boolean check(Constraint.Check check) {
            return SqliteExpressions.names(check.expression(), column);
        }

        @Override
        public Boolean exclusion(Constraint.Exclusion exclusion) {
            throw new AssertionError(exclusion);
        }

        private boolean has(List<String> columns) {
            return SqliteNames.contains(columns, column);
        }
    }
}
