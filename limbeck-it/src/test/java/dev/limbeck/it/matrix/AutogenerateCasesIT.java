// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What Alembic's autogenerate got wrong in three years, by the numbers of our record of it (sections 11 and 12), on each
 * database that can say it.
 *
 * <p>Not here, since they are about something that does not exist in Limbeck: 11.9 and 11.15 (types as Python renders
 * them), 11.13 (a rewriter's rename), 11.19 (one run for several databases), 12.15 and 12.16 (Oracle and SQL Server).
 * Elsewhere, since they are no matter of two schemas: 11.6 and schemas beside the default one
 * ({@code scripts/main-job}), 11.8 (an index of an expression on MySQL, in the golden files of its dialect), 12.12 to
 * 12.14 and 12.20 ({@code BrokenHistoriesTest}, {@code RevisionFormsTest}), 12.17 ({@code ReadersCreateNothingIT}), 12.18
 * and 12.19 (the runner's tests of locks and of what is left after a failure), 12.22 (the stories about new columns that
 * may not be null).
 */
class AutogenerateCasesIT {

    @TestFactory
    Stream<DynamicNode> cases() {
        return Stream.of(Grid.values()).map(grid -> {
            Bench bench = new Bench(grid.start(), Reflection.everything());
            return DynamicContainer.dynamicContainer(
                    grid.label(),
                    RecordedCases.all().stream()
                            .filter(recorded -> recorded.databases().contains(grid))
                            .map(recorded -> DynamicTest.dynamicTest(
                                    recorded.number() + " " + recorded.what(), () -> play(recorded, bench))));
        });
    }

    private static void play(Recorded recorded, Bench bench) throws SQLException {
        Schema before = bench.after(Recorded.statements(recorded.before()));
        Schema after = bench.after(Recorded.statements(recorded.after()));
        List<Operation> operations = bench.diff(before, after);

        assertThat(operations.isEmpty()).as("%s", operations).isEqualTo(recorded.same());
        assertThat(bench.diff(before, after)).isEqualTo(operations);

        try (Scratch scratch = bench.empty()) {
            Connection connection = scratch.connection();
            bench.dialect().prepare(connection);
            Schema made = lead(bench, connection, bench.diff(Schema.EMPTY, before), Schema.EMPTY);
            assertThat(bench.diff(made, before)).isEmpty();
            Schema there = lead(bench, connection, operations, made);
            assertThat(bench.diff(there, after)).isEmpty();
            Schema back = lead(bench, connection, Operation.reverseAll(operations), there);
            assertThat(bench.diff(back, before)).isEmpty();
        }
    }

    private static Schema lead(Bench bench, Connection connection, List<Operation> operations, Schema from)
            throws SQLException {
        Schema schema = from;
        for (Operation operation : bench.dialect().arrange(operations, from)) {
            schema = bench.run(operation, schema, connection);
        }
        return bench.reflect(connection);
    }
}
