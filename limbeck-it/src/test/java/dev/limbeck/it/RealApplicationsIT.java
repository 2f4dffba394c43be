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
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Entity models that nobody here wrote, and one with the mappings that none of them has, come out as Hibernate itself
 * creates them. The build fetches those that are published as jars; {@code -Dit.applications=FOLDER} adds what lies in
 * that folder, a folder for each application, and has the one model tried on every database rather than on one.
 */
class RealApplicationsIT {

    @TempDir
    private Path folder;

    static Stream<Arguments> applications() throws IOException {
        List<Path> folders = new ArrayList<>(subfolders(Path.of("target/applications")));
        String more = System.getProperty("it.applications", "");
        if (!more.isEmpty()) {
            folders.addAll(subfolders(Path.of(more)));
        }
        List<Application> applications = new ArrayList<>();
        for (Path each : folders) {
            applications.add(Application.in(each.toAbsolutePath()));
        }
        Stream<Arguments> own =
                rows(Application.ofTests("mappings"), more.isEmpty() ? List.of(Kind.H2) : Kind.vendors());
        return Stream.concat(own, applications.stream().flatMap(each -> rows(each, Kind.vendors())));
    }

    private static Stream<Arguments> rows(Application application, List<Kind> kinds) {
        return kinds.stream().map(kind -> Arguments.of(application.name(), kind, application));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("applications")
    void comeOutAsHibernateCreatesThemAndGoAway(String name, Kind kind, Application application)
            throws IOException, SQLException {
        try (TestDatabase database = open(kind, folder)) {
            try (var writer = Files.newBufferedWriter(folder.resolve("limbeck.properties"))) {
                application.settings(database.database()).store(writer, null);
            }

            limbeck("revision", "--autogenerate", "-m", "baseline");
            limbeck("upgrade", "head");
            Schema migrated = database.schema();
            assertThat(limbeck("check").out()).contains("No new upgrade operations detected.");

            List<String> besides = besidesHibernates(application, kind, migrated);
            System.out.printf(
                    "%s on %s: %d tables, %d lines of schema, %d beyond Hibernate's own%n",
                    name,
                    kind.vendor(),
                    migrated.tables().size(),
                    SchemaLines.of(migrated).size(),
                    besides.size());
            if (kind == Kind.SQLITE) {
                assertThat(besides).allMatch(line -> line.contains(" ForeignKey[") || line.contains(" Unique["));
            } else {
                assertThat(besides).isEmpty();
            }

            limbeck("downgrade", "base");
            assertThat(SchemaLines.of(database.schema())).isEmpty();
            limbeck("upgrade", "head");
            assertThat(SchemaLines.of(database.schema())).isEqualTo(SchemaLines.of(migrated));
            database.checkInvariants();
        }
    }

    /** Applications that know H2 have columns of a name that it reserves, and say so in their URL. */
    private static TestDatabase open(Kind kind, Path folder) throws SQLException {
        return kind == Kind.H2 ? new H2File(folder, ";NON_KEYWORDS=VALUE") : kind.open(folder);
    }

    private List<String> besidesHibernates(Application application, Kind kind, Schema migrated)
            throws IOException, SQLException {
        try (TestDatabase database = open(kind, Files.createDirectory(folder.resolve("hibernate")))) {
            application.createByHibernate(database.database());
            List<String> besides = new ArrayList<>(SchemaLines.of(migrated));
            // Hibernate declares SQLite's identity columns without a type where an integer stands before them
            List<String> expected = SchemaLines.of(database.schema()).stream()
                    .map(line -> line.replace("type=untyped", "type=integer"))
                    .toList();
            assertThat(expected).isNotEmpty();
            assertThat(besides).containsAll(expected);
            besides.removeAll(expected);
            return besides;
        }
    }

    private static List<Path> subfolders(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.exists(file.resolve("application.properties")))
                    .sorted()
                    .toList();
        }
    }

    private Limbeck.Outcome limbeck(String... arguments) {
        Limbeck.Outcome outcome = Limbeck.run(folder, List.of(arguments));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome;
    }
}
