// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table. Columns keep their order; constraints and indexes have none and stand sorted. Options are what only one
 * database knows, such as {@code without rowid}, by name.
 */
public record Table(
        Name name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        @Nullable String comment,
        Map<String, String> options) {

    public Table {
        columns = List.copyOf(columns);
        constraints = constraints.stream().sorted(Constraint.ORDER).toList();
        indexes = indexes.stream().sorted(Comparator.comparing(Index::name)).toList();
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    public static Table of(Name name, List<Column> columns) {
        return new Table(name, columns, List.of(), List.of(), null, Map.of());
    }

    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    public Optional<Index> index(String indexName) {
        return indexes.stream().filter(index -> index.name().equals(indexName)).findFirst();
    }

    public Optional<Constraint> constraint(String constraintName) {
        return constraints.stream()
                .filter(constraint -> Objects.equals(constraint.name(), constraintName))
                .findFirst();
    }

    public Optional<Constraint.PrimaryKey> primaryKey() {
        return constraints(Constraint.PrimaryKey.class).findFirst();
    }

    public List<Constraint.ForeignKey> foreignKeys() {
        return constraints(Constraint.ForeignKey.class).toList();
    }

    /** The constraints of one kind. */
    public <C extends Constraint> Stream<C> constraints(Class<C> kind) {
        return constraints.stream().filter(kind::isInstance).map(kind::cast);
    }

    public Table withName(Name newName) {
        return new Table(newName, columns, constraints, indexes, comment, options);
    }

    public Table withColumns(List<Column> newColumns) {
        return new Table(name, newColumns, constraints, indexes, comment, options);
    }

    public Table withConstraints(List<? extends Constraint> newConstraints) {
        return new Table(name, columns, List.copyOf(newConstraints), indexes, comment, options);
    }

    public Table withIndexes(List<Index> newIndexes) {
        return new Table(name, columns, constraints, newIndexes, comment, options);
    }

    public Table withComment(@Nullable String newComment) {
        return new Table(name, columns, constraints, indexes, newComment, options);
    }

    public Table withOptions(Map<String, String> newOptions) {
        return new Table(name, columns, constraints, indexes, comment, newOptions);
    }

    public Table mapColumns(UnaryOperator<Column> change) {
        return withColumns(columns.stream().map(change).toList());
    }

    public Table plus(Constraint constraint) {
        return withConstraints(
                Stream.concat(constraints.stream(), Stream.of(constraint)).toList());
    }

    public Table minus(Constraint constraint) {
        return withConstraints(
                constraints.stream().filter(each -> !each.equals(constraint)).toList());
    }

    public Table plus(Index index) {
        return withIndexes(Stream.concat(indexes.stream(), Stream.of(index)).toList());
    }

    public Table withoutIndex(String indexName) {
        return withIndexes(indexes.stream()
                .filter(index -> !index.name().equals(indexName))
                .toList());
    }
}
