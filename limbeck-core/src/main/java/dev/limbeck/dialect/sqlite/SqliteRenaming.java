// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The renaming of a table's columns, all at once, in everything that the table says of them. */
record SqliteRenaming(Map<String, String> names, UnaryOperator<String> quote) {

    static SqliteRenaming of(String from, String to, UnaryOperator<String> quote) {
        return new SqliteRenaming(Map.of(from, to), quote);
    }

    Table apply(Table table) {
        return table.mapColumns(this::column)
                .withConstraints(table.constraints().stream()
                        .map(constraint -> constraint(table, constraint))
                        .toList())
                .withIndexes(table.indexes().stream().map(this::index).toList());
    }

    private Column column(Column column) {
        Column renamed = column.withName(name(column.name()));
        return column.value() instanceof ColumnValue.Generated generated
                ? renamed.withValue(new ColumnValue.Generated(expression(generated.sql()), generated.stored()))
                : renamed;
    }

    /** A constraint of the table, or one that it is to have. */
    Constraint constraint(Table table, Constraint constraint) {
        return constraint.accept(new Constraint.Visitor<Constraint>() {
            @Override
            public Constraint primaryKey(Constraint.PrimaryKey key) {
                return key.withColumns(columns(key.columns()), key.include());
            }

            @Override
            public Constraint unique(Constraint.Unique unique) {
                return unique.withColumns(columns(unique.columns()), unique.include());
            }

            @Override
            public Constraint foreignKey(Constraint.ForeignKey key) {
                Constraint.ForeignKey renamed = key.withColumns(columns(key.columns()));
                return key.references().equals(table.name())
                        ? renamed.withReferences(key.references(), columns(key.referencedColumns()))
                        : renamed;
            }

            @Override
            public Constraint check(Constraint.Check check) {
                return new Constraint.Check(check.name(), expression(check.expression()));
            }

            @Override
            public Constraint exclusion(Constraint.Exclusion exclusion) {
                return exclusion;
            }
        });
    }

    private Index index(Index index) {
        String where = index.where();
        return index.withParts(index.parts().stream()
                        .map(part -> part.withText(part.expression() ? expression(part.text()) : name(part.text())))
                        .toList())
                .withWhere(where == null ? null : expression(where));
    }

    private List<String> columns(List<String> columns) {
        return columns.stream().map(this::name).toList();
    }

    private String name(String column) {
        return names.getOrDefault(column, column);
    }

    private String expression(String sql) {
        return SqliteExpressions.rename(sql, names, quote);
    }
}
