// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any schema and any operation; the seed in a test's name brings the same ones back. */
abstract class RoundTripTest {

    abstract TestDatabase database();

    abstract RandomSchemas schemas(long seed);

    @BeforeEach
    void clean() {
        database().clean();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aSchemaComesBackAsItWasCreated(long seed) {
        Schema schema = schemas(seed).schema();
        database().create(schema);

        assertThat(parts(database().reflect())).containsExactlyElementsOf(parts(schema));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void anOperationDoesToTheDatabaseWhatItDoesToTheSchemaAndItsReverseUndoesIt(long seed) {
        RandomSchemas schemas = schemas(seed);
        Schema schema = schemas.schema();
        database().create(schema);
        for (Function<Schema, List<Operation>> kind : new RandomOperations(schemas, seed).kinds()) {
            List<Operation> operations = kind.apply(schema);
            Schema after = Operation.applyAll(operations, schema);
            database().apply(operations);

            assertThat(parts(database().reflect())).as("after %s", operations).containsExactlyElementsOf(parts(after));

            List<Operation> reversed = Operation.reverseAll(operations);
            schema = Operation.applyAll(reversed, after);
            database().apply(reversed);

            assertThat(parts(database().reflect())).as("after %s", reversed).containsExactlyElementsOf(parts(schema));
        }
    }

    /** Its constraints and indexes keep their names, and the old table has them until it is dropped. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aTableThatWasRenamedByHandTakesTheNamesOfTheOldOne(long seed) {
        Schema schema = schemas(seed).schema();
        database().create(schema);
        List<Name> tables = List.copyOf(schema.tables().keySet());
        Name table = tables.get((int) seed % tables.size());

        database().go(schema, new Operation.RenameTable(table, "anew").apply(schema));
    }

    /** All that a schema consists of, one by one, so that a failure shows the one that differs. */
    private static List<String> parts(Schema schema) {
        List<String> parts = new ArrayList<>();
        schema.enums().values().forEach(type -> parts.add(type.toString()));
        schema.sequences().values().forEach(sequence -> parts.add(sequence.toString()));
        schema.code().values().forEach(object -> parts.add(object.toString()));
        for (Table table : schema.tables().values()) {
            parts.add(table.name() + " " + table.comment() + " " + table.options());
            table.columns().forEach(column -> parts.add(table.name() + " " + column));
            table.constraints().forEach(constraint -> parts.add(table.name() + " " + constraint));
            table.indexes().forEach(index -> parts.add(table.name() + " " + index));
        }
        return parts;
    }
}
