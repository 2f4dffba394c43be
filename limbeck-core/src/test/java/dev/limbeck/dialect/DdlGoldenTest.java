// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.mysql.MariadbDialect;
import dev.limbeck.dialect.mysql.MysqlDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        String sql =
                GoldenSql.of(example.scenario().operations(), example.scenario().before(), example.dialect());
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(example.file().getParent());
            Files.writeString(example.file(), sql);
        }

        assertThat(example.file()).exists().content().isEqualTo(sql);
    }
}
