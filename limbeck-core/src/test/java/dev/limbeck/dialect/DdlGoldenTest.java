// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.mysql.MariadbDialect;
import dev.limbeck.dialect.mysql.MysqlDialect;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each dialect makes of the same operations, kept in {@code src/test/resources/golden}. Run with
 * {@code -Dgolden.update} to write the files anew, and read the difference.
 */
class DdlGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** One scenario compiled by one dialect. */
    record Case(DdlScenario scenario, Dialect dialect) {
        Path file() {
            return GOLDEN.resolve(scenario.name() + "." + dialect.name() + ".sql");
        }

        @Override
        public String toString() {
            return scenario.name() + "." + dialect.name();
        }
    }

    static Stream<Case> cases() {
        return Stream.concat(
                DdlScenario.all().stream()
                        .flatMap(scenario -> Dialects.all().stream().map(dialect -> new Case(scenario, dialect))),
                MysqlScenario.all().stream()
                        .flatMap(scenario -> Stream.of(new MysqlDialect(), new MariadbDialect())
                                .map(dialect -> new Case(scenario, dialect))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void compilesAsBefore(Case example) throws IOException {
        String sql = compile(example.scenario(), example.dialect());
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(example.file().getParent());
            Files.writeString(example.file(), sql);
        }

        assertThat(example.file()).exists().content().isEqualTo(sql);
    }

    /** Each operation is compiled against the schema that those before it leave behind. */
    private static String compile(DdlScenario scenario, Dialect dialect) {
        StringBuilder sql = new StringBuilder();
        Schema schema = scenario.before();
        for (Operation operation : dialect.arrange(scenario.operations())) {
            sql.append(compile(operation, dialect, new Untriggered(dialect, schema)));
            schema = operation.apply(schema);
        }
        return sql.toString();
    }

    /** What a dialect refuses is part of what it does. */
    private static String compile(Operation operation, Dialect dialect, Current current) {
        try {
            return dialect.compile(operation, current).stream()
                    .map(statement ->
                            statement.sql() + ";" + (statement.transactional() ? "" : " -- no transaction") + "\n")
                    .collect(Collectors.joining());
        } catch (MigrationException refused) {
            assertThat(refused.code()).isEqualTo(ErrorCode.UNSUPPORTED_CHANGE);
            return "-- refused: " + refused.getMessage() + "\n";
        }
    }

    /** A database with these tables, as the dialect creates them, and no trigger or view. */
    private record Untriggered(Dialect dialect, Schema schema) implements Current {
        @Override
        public List<StoredObject> stored(Name table) {
            Operation create =
                    new Operation.CreateTable(schema.table(table).orElseThrow().withIndexes(List.of()));
            String sql = dialect.compile(create, this).get(0).sql();
            return List.of(new StoredObject("table", table.name(), table.name(), sql));
        }
    }
}
