// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.diff.Coverage;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.run.Replay;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the models want, as the database itself understands it.
 *
 * @param rows that belong to the schema
 * @param coverages what the sources can express; what none of them can is left alone
 * @param notes what was left out because the database has no notion of it
 */
public record WantedSchema(
        Schema schema, List<Operation.InsertRows> rows, Set<Coverage> coverages, List<String> notes) {

    /** The same with another schema. */
    public WantedSchema withSchema(Schema newSchema) {
        return new WantedSchema(newSchema, rows, coverages, notes);
    }

    /** Whether the silence of the models about what an operation takes away means that it is not wanted. */
    public boolean couldSay(Operation operation) {
        return coverages.stream().anyMatch(coverage -> coverage.couldSay(operation));
    }

    /** Creates what the sources want in an empty scratch database and reads it. */
    public static WantedSchema load(
            List<ModelRequest> requests, Dialect dialect, Scratch scratch, Replay replay, ClassLoader services) {
        List<String> statements = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Set<Coverage> coverages = new TreeSet<>();
        for (ModelRequest request : requests) {
            ModelSource source = source(request, services);
            ModelScript script = source.script(request);
            for (String statement : script.statements()) {
                execute(scratch, statement, request);
            }
            addMissing(script.additions(), dialect, replay, request);
            statements.addAll(script.statements());
            notes.addAll(script.notes());
            coverages.add(source.coverage());
        }
        Schema schema = replay.current().schema();
        try {
            List<Operation.InsertRows> rows = new SeedRows(dialect).read(scratch.connection(), schema, statements);
            return new WantedSchema(schema, rows, coverages, List.copyOf(notes));
        } catch (SQLException failure) {
            throw new MigrationException(
                    ErrorCode.DATABASE_FAILED,
                    "Cannot read the rows of the scratch database: " + failure.getMessage(),
                    failure);
        }
    }

    private static ModelSource source(ModelRequest request, ClassLoader services) {
        Set<String> known = new TreeSet<>();
        for (ModelSource source : ServiceLoader.load(ModelSource.class, services)) {
            if (source.prefixes().contains(request.prefix())) {
                return source;
            }
            known.addAll(source.prefixes());
        }
        throw new MigrationException(
                ErrorCode.CONFIG_BAD_VALUE,
                "limbeck.models names \"" + request.prefix() + ":" + request.value() + "\", and nothing here reads \""
                        + request.prefix() + ":\". What can be read: " + String.join(":, ", known) + ":.");
    }

    private static void execute(Scratch scratch, String sql, ModelRequest request) {
        try (Statement statement = scratch.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException failure) {
            if (request.dialect().isThereForAll(sql, failure)) {
                return;
            }
            throw new MigrationException(
                    ErrorCode.MODELS_REJECTED,
                    "The database refuses what the models \"" + request.prefix() + ":" + request.value()
                            + "\" ask for: "
                            + String.valueOf(failure.getMessage()).strip() + "\n"
                            + sql.strip().indent(2)
                            + "Correct the mapping.",
                    failure);
        }
    }

    /** Applies the additions whose table is there and that say something new. */
    private static void addMissing(List<Operation> additions, Dialect dialect, Replay replay, ModelRequest request) {
        if (additions.isEmpty()) {
            return;
        }
        Schema schema = replay.current().schema();
        List<Operation> missing = additions.stream()
                .filter(addition -> isMissing(addition, schema))
                .toList();
        missing.forEach(addition -> refuseUnknownColumns(addition, schema, request));
        replay.run(dialect.arrange(missing), "completion of the models' schema");
    }

    /** The database would show a table that nobody asked for, made to take the constraint. */
    private static void refuseUnknownColumns(Operation addition, Schema schema, ModelRequest request) {
        if (addition instanceof Operation.AddConstraint added) {
            List<Column> present =
                    schema.table(added.table()).map(Table::columns).orElse(List.of());
            List<String> unknown = columns(added.constraint()).stream()
                    .filter(name ->
                            present.stream().noneMatch(column -> column.name().equalsIgnoreCase(name)))
                    .toList();
            if (!unknown.isEmpty()) {
                throw new MigrationException(
                        ErrorCode.MODELS_REJECTED,
                        "The models \"" + request.prefix() + ":" + request.value() + "\" ask for "
                                + added.constraint().kind().label() + " "
                                + added.constraint().name() + " on "
                                + added.table() + " (" + String.join(", ", columns(added.constraint()))
                                + "), but the table has no column " + String.join(", ", unknown)
                                + ".\nCorrect the mapping.");
            }
        }
    }

    private static List<String> columns(Constraint constraint) {
        if (constraint instanceof Constraint.Unique unique) {
            return unique.columns();
        }
        return constraint instanceof Constraint.ForeignKey key ? key.columns() : List.of();
    }

    private static boolean isMissing(Operation addition, Schema schema) {
        if (!(addition instanceof Operation.AddConstraint added)) {
            return true;
        }
        return schema.table(added.table())
                .map(table -> isMissing(added.constraint(), table))
                .orElse(false);
    }

    /** A foreign key or a unique constraint is there if one with the same columns is, whatever its name. */
    private static boolean isMissing(Constraint wanted, Table table) {
        if (wanted instanceof Constraint.ForeignKey key) {
            return table.foreignKeys().stream()
                    .noneMatch(present -> present.columns().equals(key.columns())
                            && present.references().equals(key.references()));
        }
        if (wanted instanceof Constraint.Unique unique) {
            Set<String> columns = Set.copyOf(unique.columns());
            return table.constraints(Constraint.Unique.class)
                            .noneMatch(present -> Set.copyOf(present.columns()).equals(columns))
                    && table.indexes().stream()
                            .noneMatch(index -> index.unique()
                                    && index.where() == null
                                    && columns.equals(index.parts().stream()
                                            .map(part -> part.text())
                                            .collect(Collectors.toSet())));
        }
        return !table.constraints().contains(wanted);
    }
}
