// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.diff.Coverage;
import dev.limbeck.diff.InventedNames;
import dev.limbeck.diff.Rename;
import dev.limbeck.diff.UnsaidOptions;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.run.Replay;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the models want, as the database itself understands it.
 *
 * @param rows that belong to the schema
 * @param coverages what the sources can express; what none of them can is left alone
 * @param renames what the models say was called otherwise before
 * @param notes what was left out because the database has no notion of it
 */
public record WantedSchema(
        Schema schema,
        List<Operation.InsertRows> rows,
        Set<Coverage> coverages,
        List<Rename> renames,
        List<String> notes) {

    /** What a database or a history has, which says all of itself and nothing of names that were. */
    public static WantedSchema of(Schema schema) {
        return new WantedSchema(schema, List.of(), Set.of(Coverage.EVERYTHING), List.of(), List.of());
    }

    /**
     * The same under the names, and with the order of keys, that a schema has for what a provider had to invent them for,
     * and with the options that it could not say.
     */
    public WantedSchema withInventionsOf(Schema present) {
        return coverages.stream().anyMatch(Coverage::invents)
                ? withSchema(UnsaidOptions.kept(present, InventedNames.replaced(present, schema)))
                : this;
    }

    /** The same of another schema, of which something was taken. */
    public WantedSchema withSchema(Schema newSchema) {
        return new WantedSchema(newSchema, rows, coverages, renames, notes);
    }

    /** Whether the silence of the models about what an operation takes away means that it is not wanted. */
    public boolean couldSay(Operation operation) {
        return isSaidOtherwise(operation) || coverages.stream().anyMatch(coverage -> coverage.couldSay(operation));
    }

    /** Whether what goes makes room for something of its name, or goes with its table. */
    private boolean isSaidOtherwise(Operation operation) {
        if (operation instanceof Operation.DropIndex drop) {
            return schema.table(drop.table())
                    .flatMap(table -> table.index(drop.name()))
                    .isPresent();
        }
        if (operation instanceof Operation.DropConstraint drop) {
            return Optional.ofNullable(drop.name())
                    .flatMap(name -> schema.table(drop.table()).flatMap(table -> table.constraint(name)))
                    .isPresent();
        }
        return operation instanceof Operation.DropCode drop
                && drop.key().kind().isOnTable()
                && schema.table(Name.parse(drop.key().of())).isEmpty()
                && schema.code().keySet().stream()
                        .noneMatch(key -> key.toString().equals(drop.key().of()));
    }

    /** Creates what the sources want in an empty scratch database and reads it. */
    public static WantedSchema load(
            List<ModelRequest> requests, Dialect dialect, Scratch scratch, Replay replay, ClassLoader services) {
        ModelBuild build = new ModelBuild(dialect, scratch, replay, requests.size() > 1);
        List<String> notes = new ArrayList<>();
        List<Rename> renames = new ArrayList<>();
        Set<Coverage> coverages = new TreeSet<>();
        for (ModelRequest request : requests) {
            ModelSource source = source(request, services);
            ModelScript script = source.script(request);
            build.add(script, request);
            coverages.add(source.coverage());
            notes.addAll(script.notes());
            renames.addAll(script.renames());
        }
        Schema schema = replay.current().schema();
        try {
            List<Operation.InsertRows> rows =
                    new SeedRows(dialect).read(scratch.connection(), schema, build.statements());
            return new WantedSchema(schema, rows, coverages, List.copyOf(renames), List.copyOf(notes));
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
                "limbeck.models names \"" + request.source() + "\", and nothing here reads \"" + request.prefix()
                        + ":\". What can be read: " + String.join(":, ", known) + ":.");
    }
}
