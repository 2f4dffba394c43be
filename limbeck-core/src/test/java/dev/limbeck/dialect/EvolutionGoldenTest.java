// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One shop that grows, as each dialect writes it, revision by revision and both ways, in
 * {@code src/test/resources/golden/evolution}: a change to a dialect shows as SQL, beside what the others do.
 */
class EvolutionGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/evolution");

    /** A revision with this in it does not run; the next one goes on as if its authors had found another way. */
    private static final String REFUSED = "-- refused";

    /** A revision in the SQL of one database. */
    record Case(Evolution revision, Schema before, Dialect dialect) {
        Path file() {
            return GOLDEN.resolve(dialect.name()).resolve(revision.name() + ".sql");
        }

        @Override
        public String toString() {
            return revision.name() + " on " + dialect.label();
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        Schema schema = Schema.EMPTY;
        for (Evolution revision : Evolution.all()) {
            for (Dialect dialect : Dialects.all()) {
                cases.add(new Case(revision, schema, dialect));
            }
            schema = Operation.applyAll(revision.operations(schema), schema);
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isWrittenAsBefore(Case example) throws IOException {
        List<Operation> operations = example.revision().operations(example.before());
        Schema after = Operation.applyAll(operations, example.before());
        String upgrade = GoldenSql.of(operations, example.before(), example.dialect());
        int refusal = upgrade.indexOf(REFUSED);
        String sql = refusal < 0
                ? "-- upgrade\n" + upgrade + "\n-- downgrade\n" + downgrade(operations, after, example.dialect())
                : "-- upgrade\n" + upgrade.substring(refusal, upgrade.indexOf('\n', refusal) + 1);
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(example.file().getParent());
            Files.writeString(example.file(), sql);
        }

        assertThat(example.file()).exists().content().isEqualTo(sql);
    }

    /** A statement that was run as it stands has no way back, and the rest has one all the same. */
    private static String downgrade(List<Operation> operations, Schema after, Dialect dialect) {
        List<Operation> reversible = operations.stream()
                .filter(operation -> !(operation instanceof Operation.Execute))
                .toList();
        return GoldenSql.of(Operation.reverseAll(reversible), after, dialect);
    }
}
