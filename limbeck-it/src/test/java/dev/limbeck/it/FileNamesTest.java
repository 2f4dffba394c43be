// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files are called, and in which folder and order they are found, changes nothing that is printed or planned. */
class FileNamesTest {
    private static final int HISTORIES = 40;
    private static final List<String> COMMANDS = List.of(
            "history",
            "history -r base:heads",
            "heads",
            "heads --resolve-dependencies",
            "branches",
            "show heads --output json",
            "upgrade heads --sql",
            "downgrade heads:base --sql",
            "stamp heads --sql");

    @TempDir
    private Path folder;

    @Test
    void changeNothing() throws IOException {
        for (int seed = 0; seed < HISTORIES; seed++) {
            List<String> revisions = HistoryFolder.random(new Random(seed));

            Map<String, String> plain = printed(seed, "plain", revisions, "migrations,more", new Random(1));
            Map<String, String> renamed = printed(seed, "other", revisions, "more,migrations", new Random(seed + 2L));

            assertThat(renamed).as("seed " + seed).isEqualTo(plain);
        }
    }

    private Map<String, String> printed(int seed, String place, List<String> revisions, String locations, Random names)
            throws IOException {
        Path project = Files.createDirectories(folder.resolve(place + seed));
        HistoryFolder history = new HistoryFolder(project);
        history.settings(new SqliteFile(project), locations);
        List<String> shuffled = new ArrayList<>(revisions);
        Collections.shuffle(shuffled, names);
        for (String revision : shuffled) {
            String file = names.nextBoolean() ? "migrations/" : "more/";
            history.write(file + Integer.toHexString(names.nextInt()) + ".sql", revision);
        }
        Map<String, String> printed = new LinkedHashMap<>();
        for (String command : COMMANDS) {
            Limbeck.Outcome outcome = history.limbeck(command.split(" ", -1));
            printed.put(command, outcome.exitCode() + outcome.out().replaceAll("\"path\" : \"[^\"]*\"", ""));
        }
        return printed;
    }
}
