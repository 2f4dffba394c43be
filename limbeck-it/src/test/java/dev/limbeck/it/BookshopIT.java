// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.it.TestDatabase.Kind;
import dev.limbeck.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example's entities become a schema that is the same, object by object, as Hibernate's own. */
class BookshopIT {
    private static final String NOTHING_TO_DO = "No new upgrade operations detected.";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "H2_LIKE_POSTGRESQL")
    void comesOutAsHibernateCreatesItAndGoesAwayWithoutATrace(Kind kind) throws IOException, SQLException {
        try (TestDatabase database = kind.open(folder)) {
            try (var writer = Files.newBufferedWriter(folder.resolve("limbeck.properties"))) {
                Bookshop.application().settings(database.database()).store(writer, null);
            }

            limbeck("revision", "--autogenerate", "-m", "baseline");
            limbeck("upgrade", "head");
            Schema migrated = database.schema();
            assertThat(limbeck("check").out()).contains(NOTHING_TO_DO);
            assertThatHibernateCreatesTheSame(kind, migrated);

            limbeck("downgrade", "base");
            assertThat(SchemaLines.of(database.schema())).isEmpty();

            limbeck("upgrade", "head");
            assertThat(SchemaLines.of(database.schema())).isEqualTo(SchemaLines.of(migrated));
            database.checkInvariants();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "H2_LIKE_POSTGRESQL")
    void keepsMigrationsThatLeadToItsEntities(Kind kind) throws IOException, SQLException {
        try (TestDatabase database = kind.open(folder)) {
            Map<String, String> environment = environment(database);

            assertThat(shop(environment, "check").out()).contains(NOTHING_TO_DO);
            shop(environment, "upgrade", "head");
            assertThatHibernateCreatesTheSame(kind, database.schema());
            shop(environment, "downgrade", "base");

            assertThat(SchemaLines.of(database.schema())).isEmpty();
            database.checkInvariants();
        }
    }

    /** All that Hibernate creates is there; what is there besides are keys that Hibernate cannot write for SQLite. */
    private void assertThatHibernateCreatesTheSame(Kind kind, Schema migrated) throws IOException, SQLException {
        Path other = Files.createDirectory(folder.resolve("hibernate"));
        try (TestDatabase database = kind.open(other)) {
            Bookshop.application().createByHibernate(database.database());
            List<String> expected = SchemaLines.of(database.schema());
            List<String> besides = new ArrayList<>(SchemaLines.of(migrated));
            assertThat(besides).containsAll(expected);
            besides.removeAll(expected);
            if (kind == Kind.SQLITE) {
                assertThat(besides)
                        .hasSizeBetween(15, 25)
                        .allMatch(line -> line.contains(" ForeignKey[") || line.contains(" Unique["));
            } else {
                assertThat(besides).isEmpty();
            }
        }
    }

    private static Map<String, String> environment(TestDatabase database) {
        String user = database.database().user();
        return user == null
                ? Map.of("LIMBECK_URL", database.database().url())
                : Map.of("LIMBECK_URL", database.database().url(), "LIMBECK_USER", user);
    }

    private Limbeck.Outcome limbeck(String... arguments) {
        return succeeded(Limbeck.run(folder, List.of(arguments)));
    }

    private static Limbeck.Outcome shop(Map<String, String> environment, String... arguments) {
        return succeeded(Limbeck.run(Bookshop.FOLDER, environment, List.of(arguments)));
    }

    private static Limbeck.Outcome succeeded(Limbeck.Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome;
    }
}
