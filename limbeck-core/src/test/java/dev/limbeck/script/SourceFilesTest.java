// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {
    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    @Test
    void looksIntoSubFoldersOnlyWhenToldTo() throws IOException {
        Path here = write("a.sql");
        Path below = write("deep/er/B.java");
        write(".git/c.sql");
        write("deep/notes.txt");

        assertThat(new SourceFiles(false, problems).in(folder)).containsExactly(here);
        assertThat(new SourceFiles(true, problems).in(folder)).containsExactly(here, below);
    }

    @Test
    void findsAFileOnceWhateverLeadsToIt() throws IOException {
        Path file = write("one/a.sql");
        Files.createSymbolicLink(folder.resolve("two"), folder.resolve("one"));
        Files.createSymbolicLink(folder.resolve("one/b.sql"), file);
        SourceFiles files = new SourceFiles(true, problems);

        assertThat(files.in(folder.resolve("one"))).hasSize(1);
        assertThat(files.in(folder)).isEmpty();
    }

    @Test
    void endsWhereLinksGoRoundInACircleOrNowhere() throws IOException {
        Path file = write("one/a.sql");
        Files.createSymbolicLink(folder.resolve("one/back"), folder);
        Files.createSymbolicLink(folder.resolve("one/gone.sql"), folder.resolve("gone"));

        assertThat(new SourceFiles(true, problems).in(folder)).containsExactly(file);
        assertThat(problems.isEmpty()).isTrue();
    }

    private Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }
}
