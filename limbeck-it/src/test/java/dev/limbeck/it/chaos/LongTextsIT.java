// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.it.Limbeck;
import dev.limbeck.it.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts of a length that no reader of statements may recurse through: rows with documents in them, licences above a statement. */
class LongTextsIT {
    private static final String LONG = "it''s long; -- ".repeat(4_000);
    private static final String MIDDLE = "it''s long; -- ".repeat(700);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.Kind.class,
            names = {"SQLITE", "POSTGRESQL", "MARIADB", "H2"})
    void areReadAndKept(TestDatabase.Kind kind) throws IOException, SQLException {
        try (TestDatabase database = kind.open(folder)) {
            Files.createDirectories(folder.resolve("migrations"));
            Files.writeString(folder.resolve("migrations/a1_rows.sql"), revision());
            new Project(folder, database).withSettings();

            run("upgrade", "head", "--sql");
            run("upgrade", "head");
            assertThat(run("diff", "history", "live").out()).contains("No differences");
            run("check", "--database");
            assertThat(database.run("select length(x) from t")).containsExactly(String.valueOf(LONG.length() - 4_000));
            run("downgrade", "base");
        }
    }

    @Test
    void aLongStatementThatFailsIsShownByItsBeginning() throws IOException, SQLException {
        try (TestDatabase database = TestDatabase.Kind.SQLITE.open(folder)) {
            Files.createDirectories(folder.resolve("migrations"));
            Files.writeString(
                    folder.resolve("migrations/a1_rows.sql"),
                    "-- Revision ID: a1\n-- Revises:\n\n-- limbeck: upgrade\ninsert into nowhere values ('" + LONG
                            + "');\n");
            new Project(folder, database).withSettings();

            Limbeck.Outcome outcome = Limbeck.run(folder, List.of("upgrade", "head"));

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err())
                    .contains("insert into nowhere values ('it''s long", " more characters)\n", "no such table")
                    .hasSizeLessThan(4_000);
        }
    }

    private Limbeck.Outcome run(String... arguments) {
        Limbeck.Outcome outcome = Limbeck.run(folder, List.of(arguments));
        assertThat(outcome.exitCode())
                .as(String.join(" ", arguments) + outcome.err())
                .isZero();
        return outcome;
    }

    private static String revision() {
        String values =
                IntStream.range(0, 2_000).mapToObj(i -> "'value " + i + "'").collect(Collectors.joining(", "));
        return """
                -- Rows
                --
                -- Revision ID: a1
                -- Revises:

                -- limbeck: upgrade
                %screate table t (id integer not null primary key, kind varchar(20) check (kind in (%s)), x text);
                insert into t (id, kind, x) values (1, 'value 7', '%s');
                %screate view v as select id, '%s' as said from t where kind in (%s);

                -- limbeck: downgrade
                drop view v;
                drop table t;
                """.formatted(
                        "-- a licence\n".repeat(8_000), values, LONG, "-- a licence\n".repeat(8_000), MIDDLE, values);
    }
}
