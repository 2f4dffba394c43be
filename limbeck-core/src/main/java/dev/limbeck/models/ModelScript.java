// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.diff.Rename;
import dev.limbeck.error.Location;
import dev.limbeck.operation.Operation;
import dev.limbeck.script.LocatedOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to create a wanted schema.
 *
 * @param statements SQL, run in this order; rows that they insert belong to the schema
 * @param operations the same as a migration says it, run after the statements
 * @param additions what the statements cannot say for this database, applied after them where it is not there yet
 * @param renames what the models say was called otherwise before
 * @param notes what was left out because the database has no notion of it, a sentence each
 */
public record ModelScript(
        List<Sql> statements,
        List<LocatedOperation> operations,
        List<Operation> additions,
        List<Rename> renames,
        List<String> notes) {
    public ModelScript {
        statements = List.copyOf(statements);
        operations = List.copyOf(operations);
        additions = List.copyOf(additions);
        renames = List.copyOf(renames);
        notes = List.copyOf(notes);
    }

    /** The statements' SQL alone. */
    public List<String> texts() {
        return statements.stream().map(Sql::text).toList();
    }

    /** A statement, and where it stands if a person wrote it. */
    public record Sql(String text, @Nullable Location location) {

        public static Sql generated(String text) {
            return new Sql(text, null);
        }
    }

    static ModelScript ofStatements(List<Sql> statements) {
        return new ModelScript(statements, List.of(), List.of(), List.of(), List.of());
    }

    static ModelScript ofOperations(List<LocatedOperation> operations) {
        return new ModelScript(List.of(), operations, List.of(), List.of(), List.of());
    }
}
