// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.operation.Operation;
import java.util.List;

/**
 * How to create a wanted schema.
 *
 * @param statements SQL, run in this order; rows that they insert belong to the schema
 * @param additions what the statements cannot say for this database, applied after them where it is not there yet
 * @param notes what was left out because the database has no notion of it, a sentence each
 */
public record ModelScript(List<String> statements, List<Operation> additions, List<String> notes) {
    public ModelScript {
        statements = List.copyOf(statements);
        additions = List.copyOf(additions);
        notes = List.copyOf(notes);
    }
}
