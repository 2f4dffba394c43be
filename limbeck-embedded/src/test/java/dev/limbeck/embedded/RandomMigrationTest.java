// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.diff.Differ;
import dev.limbeck.operation.Operation;
import dev.limbeck.run.Replay;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.Language;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Migrations between two schemas by chance, as autogenerate writes them, forth and back. {@code -Dseeds=1000} tries so
 * many, {@code -Dseeds.from=5000} begins there; the seed in a test's name brings the same schemas back.
 */
abstract class RandomMigrationTest {
    private static final int USUAL = 16;

    /**
     * An enum made anew under a view (18), a view above one with a quote in its name (27, 32, 33), the comment of an enum
     * made anew (100), a key of the column that numbers the rows which names a column that goes (20057), a foreign key over
     * a text whose collation changes with its table's (21057, 21117), a primary key that serves a foreign key (50254, 50305),
     * an index of a foreign key that another came to serve (50533).
     */
    private static final long[] ONCE_FAILED = {18, 27, 32, 33, 100, 20057, 21057, 21117, 50254, 50305, 50533};

    /** One in so many changes options of tables as well. */
    private static final int WITH_OPTIONS = 4;

    /** One in so many migrations is written to a file in Java, and one in SQL, and read from it. */
    private static final int WRITTEN = 8;

    abstract TestDatabase database();

    abstract RandomSchemas schemas(long seed);

    static LongStream seeds() {
        long from = Long.getLong("seeds.from", 0);
        LongStream all = LongStream.range(from, from + Integer.getInteger("seeds", USUAL));
        return LongStream.concat(all, LongStream.of(ONCE_FAILED)).distinct();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aMigrationLeadsToTheOtherSchemaAndBack(long seed) {
        RandomSchemas schemas = schemas(seed);
        Schema plain = schemas.schema();
        Schema changed = seed % 4 == 3 ? schemas.schema() : changed(plain, schemas, seed);
        Schema to = created(schemas.rich(changed, seed + 1));
        Schema from = created(schemas.rich(plain, seed));
        List<Operation> there = diff(from, to);
        WrittenMigration migration = written(
                seed,
                from,
                new WrittenMigration(
                        dialect().arrange(there, from), dialect().arrange(Operation.reverseAll(there), to)));

        database().apply(migration.upgrade());

        assertThat(diff(database().reflect(), to)).isEmpty();

        database().apply(migration.downgrade());

        assertThat(diff(database().reflect(), from)).isEmpty();
    }

    private Dialect dialect() {
        return database().dialect();
    }

    private List<Operation> diff(Schema from, Schema to) {
        return Differ.diff(from, to, dialect().diffRules());
    }

    /** The schema as the database tells it that holds nothing else. */
    private Schema created(Schema schema) {
        database().clean();
        database().apply(diff(Schema.EMPTY, schema));
        return database().reflect();
    }

    private static Schema changed(Schema plain, RandomSchemas schemas, long seed) {
        RandomOperations operations = new RandomOperations(schemas, seed);
        List<Function<Schema, List<Operation>>> kinds = operations.kinds();
        Schema schema = plain;
        for (int i = 1 + schemas.number(8); i > 0 && !schema.tables().isEmpty(); i--) {
            schema = Operation.applyAll(schemas.any(kinds).apply(schema), schema);
        }
        return seed % WITH_OPTIONS == 1 ? Operation.applyAll(operations.setOptions(schema), schema) : schema;
    }

    private WrittenMigration written(long seed, Schema from, WrittenMigration migration) {
        boolean inJava = seed % WRITTEN == 1;
        if (!inJava && seed % WRITTEN != 2) {
            return migration;
        }
        try (Scratch scratch = database().another()) {
            Replay replay = new Replay(dialect(), scratch, Reflection.everything());
            replay.run(diff(Schema.EMPTY, from), "the schema to start from");
            return migration.through(inJava ? Language.JAVA : Language.SQL, dialect(), replay);
        }
    }
}
