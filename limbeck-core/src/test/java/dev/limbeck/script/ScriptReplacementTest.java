// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptReplacementTest {
    @TempDir
    Path folder;

    private ScriptReplacement replacement;

    @BeforeEach
    void emptyJournal() {
        replacement = new ScriptReplacement(folder.resolve(".limbeck/rebase"));
    }

    @Test
    void movesFilesIntoEachOthersPlaces() throws IOException {
        write("0003_fix.sql", text("0003", ""));
        write("0004_fix.sql", text("0004", "0003"));

        replacement.run(counted());

        assertThat(names()).containsExactly("0004_fix.sql", "0005_fix.sql");
        assertThat(Files.readString(folder.resolve("0004_fix.sql"))).isEqualTo(text("0004", "0002"));
        assertThat(Files.readString(folder.resolve("0005_fix.sql"))).isEqualTo(text("0005", "0004"));
        assertThat(replacement.finish()).isFalse();
    }

    @Test
    void keepsAByteOrderMark() throws IOException {
        write("0003_fix.sql", "\uFEFF" + text("0003", ""));

        replacement.run(counted());

        assertThat(Files.readString(folder.resolve("0004_fix.sql"))).isEqualTo("\uFEFF" + text("0004", "0002"));
    }

    @Test
    void overwritesNoFileOfAnybodyElse() throws IOException {
        write("0003_fix.sql", text("0003", ""));
        Map<RevisionScript, RevisionScript> changes = counted();
        write("0004_fix.sql", "somebody else's");

        assertThatThrownBy(() -> replacement.run(changes))
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.SCRIPT_EXISTS));
        assertThat(names()).containsExactly("0003_fix.sql", "0004_fix.sql");
    }

    @Test
    void changesNothingWhenAFileWasEditedMeanwhile() throws IOException {
        write("0003_fix.sql", text("0003", ""));
        Map<RevisionScript, RevisionScript> changes = counted();
        write("0003_fix.sql", text("0003", "") + "-- edited\n");

        assertThatThrownBy(() -> replacement.run(changes)).hasMessageContaining("has changed in the meantime");
        assertThat(names()).containsExactly("0003_fix.sql");
    }

    @Test
    void aRunThatStoppedAnywhereBehindTheJournalIsFinishedByTheNext() throws IOException {
        List<String> after = List.of("0004_fix.sql", "0005_fix.sql");
        for (int done = 0; done <= 3; done++) {
            Path old = write("0003_fix.sql", text("0003", ""));
            write("0004_fix.sql", text("0004", "0003"));
            write(".0004_fix.sql.limbeck-new", text("0004", "0002"));
            write(".0005_fix.sql.limbeck-new", text("0005", "0004"));
            write(".limbeck/rebase", line("0003", "0004") + line("0004", "0005"));
            if (done > 0) {
                Files.delete(old);
            }
            for (int moved = 0; moved < done - 1; moved++) {
                Files.move(
                        folder.resolve("." + after.get(moved) + ".limbeck-new"),
                        folder.resolve(after.get(moved)),
                        StandardCopyOption.REPLACE_EXISTING);
            }

            assertThat(replacement.finish()).as("stopped after %d steps", done).isTrue();

            assertThat(names()).containsExactlyElementsOf(after);
            assertThat(Files.readString(folder.resolve("0004_fix.sql"))).isEqualTo(text("0004", "0002"));
            assertThat(replacement.finish()).isFalse();
            Files.delete(folder.resolve("0005_fix.sql"));
        }
    }

    /** Each revision with the next number, behind 0002. */
    private Map<RevisionScript, RevisionScript> counted() {
        Map<RevisionScript, RevisionScript> changes = new LinkedHashMap<>();
        int next = 4;
        for (RevisionScript script : ScriptDirectory.open(List.of(folder)).scripts()) {
            String parent = next == 4 ? "0002" : "000" + (next - 1);
            changes.put(script, script.relinked("000" + next++, List.of(parent), List.of()));
        }
        return changes;
    }

    private String line(String from, String to) {
        return Stream.of(from + "_fix.sql", "." + to + "_fix.sql.limbeck-new", to + "_fix.sql")
                        .map(name -> folder.resolve(name).toString())
                        .reduce((first, second) -> first + "\0" + second)
                        .orElseThrow()
                + "\n";
    }

    private static String text(String id, String parent) {
        return "-- Revision ID: " + id + "\n-- Revises:" + (parent.isEmpty() ? "" : " " + parent)
                + "\n\n-- limbeck: upgrade\nselect 1;\n";
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
