// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.SqlWriter;
import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL says of indexes beyond what most databases do. */
final class PostgresqlIndexSql {
    static final String TABLESPACE = "tablespace";

    /** Whether the rows of a materialized view were last sorted by it; a table names such an index itself. */
    static final String CLUSTERED = "clustered";

    private static final String FILLFACTOR = "fillfactor";

    private PostgresqlIndexSql() {}

    private static boolean isSaidBehind(String option) {
        return option.equals(CLUSTERED) || PostgresqlColumnOptions.of(option) != null;
    }

    /** The statements that say what cannot be said while an index is created. */
    static List<Statement> behind(PostgresqlCompiler compiler, Operation.CreateIndex operation) {
        Index index = operation.index();
        List<Statement> statements = new ArrayList<>();
        index.options().forEach((option, value) -> {
            PostgresqlColumnOptions ofColumn = PostgresqlColumnOptions.of(option);
            if (option.equals(CLUSTERED)) {
                statements.add(Statement.of("alter table " + compiler.nameOf(operation.table()) + " cluster on "
                        + compiler.quoted(index.name())));
            } else if (ofColumn != null) {
                statements.add(Statement.of(
                        "alter index " + compiler.nameOf(operation.table().withName(index.name())) + " alter column "
                                + ofColumn.column() + " set " + ofColumn.word() + " " + value));
            }
        });
        return statements;
    }

    /** Writes storage parameters and the tablespace. */
    static void options(SqlWriter writer, Map<String, String> options) {
        String parameters = options.entrySet().stream()
                .filter(option -> !option.getKey().equals(TABLESPACE) && !isSaidBehind(option.getKey()))
                .sorted(Comparator.comparing(option -> !option.getKey().equals(FILLFACTOR)))
                .map(option -> parameter(option.getKey()) + " = " + PostgresqlDialect.literalOf(option.getValue()))
                .collect(Collectors.joining(", "));
        if (!parameters.isEmpty()) {
            writer.word("with (" + parameters + ")");
        }
        if (options.containsKey(TABLESPACE)) {
            writer.word("tablespace").word(PostgresqlDialect.quoted(options.get(TABLESPACE)));
        }
    }

    /** The name of a storage parameter, which may be one of the table that holds what is too long. */
    static String parameter(String name) {
        return name.startsWith("toast.")
                ? "toast." + PostgresqlDialect.quoted(name.substring("toast.".length()))
                : PostgresqlDialect.quoted(name);
    }

    /** The statement that makes a constraint of an index; one of other columns is refused before it becomes the key. */
    static String takeOver(PostgresqlCompiler compiler, Operation.AddConstraint operation, Current current) {
        Constraint constraint = operation.constraint();
        String indexName = Objects.requireNonNull(operation.usingIndex());
        Constraint.Unique key = constraint.name() == null ? null : key(constraint);
        if (key == null) {
            throw compiler.refuse(
                    "make anything but a primary key or unique constraint with a name of index " + indexName + " ("
                            + constraint + ")",
                    "Give the constraint a name, or add it without usingIndex(…)");
        }
        List<String> columns = key.columns();
        Index index = current.schema()
                .table(operation.table())
                .flatMap((Table table) -> table.index(indexName))
                .orElseThrow(() -> compiler.refuse(
                        "make a constraint of the index " + indexName + ", which table " + operation.table()
                                + " does not have or which is not valid",
                        "Correct its name, or drop the index and create it again"));
        List<String> indexed = index.parts().stream().map(Index.Part::text).toList();
        if (!indexed.equals(columns)) {
            throw compiler.refuse(
                    "make a constraint on (" + String.join(", ", columns) + ") of the index " + indexName
                            + ", which is on (" + String.join(", ", indexed) + ")",
                    "Name the index's columns in their order, or another index");
        }
        return "alter table " + compiler.nameOf(operation.table()) + " add constraint "
                + compiler.quoted(Objects.requireNonNull(constraint.name()))
                + (constraint instanceof Constraint.PrimaryKey ? " primary key" : " unique") + " using index "
                + compiler.quoted(indexName) + compiler.deferralOf(key.deferral());
    }

    private static Constraint.@Nullable Unique key(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey primary) {
            return PostgresqlCompiler.unique(primary);
        }
        return constraint instanceof Constraint.Unique unique ? unique : null;
    }
}
