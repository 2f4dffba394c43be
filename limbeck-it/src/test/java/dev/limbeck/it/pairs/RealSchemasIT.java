// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limbeck.dialect.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Databases of real applications are taken over by a baseline, which makes another just like them on an empty one: a few of
 * them, or with {@code -Dschemas=all} all, each in both languages, or with {@code -Dschemas=TEXT} those of that name.
 */
class RealSchemasIT {
    private static final List<String> SAMPLE = List.of("flyway-uaa", "northwind", "thingsboard");

    @TempDir
    private Path work;

    @TestFactory
    Stream<DynamicTest> aBaselineMakesTheSameDatabaseAgainAndLeadsBackToNothing() throws IOException {
        Path folder = SharedData.require("schemas");
        try (Stream<Path> list = Files.list(folder)) {
            List<Path> files = list.filter(RealSchemasIT::isWanted).sorted().toList();
            return files.stream().flatMap(this::inEachLanguage);
        }
    }

    private static boolean isWanted(Path file) {
        String name = file.getFileName().toString().replace(".sql", "");
        String wanted = System.getProperty("schemas", "");
        return wanted.equals("all") || (wanted.isEmpty() ? SAMPLE.contains(name) : name.contains(wanted));
    }

    private Stream<DynamicTest> inEachLanguage(Path file) {
        boolean inBoth =
                !System.getProperty("schemas", "").isEmpty() || file.toString().contains("northwind");
        return Stream.of("java", "sql")
                .filter(language -> inBoth || language.equals("java"))
                .map(language ->
                        DynamicTest.dynamicTest(file.getFileName() + " in " + language, () -> adopt(file, language)));
    }

    private void adopt(Path file, String language) throws IOException, SQLException {
        Peer peer =
                new EmbeddedPeer(EmbeddedServer.find("postgresql").orElseThrow().start());
        try (Peer.Place place = peer.create("loads")) {
            place.load(Files.readString(file));
        } catch (SQLException failure) {
            assumeTrue(false, () -> file.getFileName() + " does not load here: " + failure.getMessage());
        }
        assertThat(Adoption.faults(file, peer, language, work, "it")).isEmpty();
    }
}
