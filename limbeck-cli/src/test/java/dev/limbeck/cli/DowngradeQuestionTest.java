// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A downgrade along a branch that would take the trunk asks whoever sits at the terminal. */
class DowngradeQuestionTest {
    private static final String QUESTION = """
            The downgrade to left@base undoes more than branch 'left':
              b1 (right)
              t1 (trunk)
            Undo these as well? [y/N]\s""";

    @TempDir
    private Path folder;

    @BeforeEach
    void upgradeAFork() throws IOException {
        Files.writeString(folder.resolve("limbeck.properties"), "limbeck.url=jdbc:sqlite:shop.db\n");
        Files.createDirectory(folder.resolve("migrations"));
        write("t1", "", "", "trunk");
        write("a1", "t1", "left", "left");
        write("b1", "t1", "", "right");
        assertThat(CommandRun.of(folder, "upgrade", "heads").exitCode()).isZero();
    }

    @Test
    void goesOnAfterAYes() {
        CommandRun run = CommandRun.answering("y\n", folder, "-q", "downgrade", "left@base");

        assertThat(run).isEqualTo(new CommandRun(0, "", QUESTION));
        assertThat(current()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"n\n", "\n", "", "yesterday\n"})
    void leavesAllAsItIsAfterAnythingElse(String typed) {
        CommandRun run = CommandRun.answering(typed, folder, "-q", "downgrade", "left@base");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith(QUESTION)
                .contains("To undo the branch only, use left@t1. To undo these as well, add --yes.");
        assertThat(current()).isEqualTo("b1 (head)\na1 (head)\n");
    }

    @Test
    void doesNotAskWhereNobodySits() {
        CommandRun run = CommandRun.of(folder, "-q", "downgrade", "left@base");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("FAILED: The downgrade to left@base undoes more")
                .doesNotContain("[y/N]");
        assertThat(CommandRun.of(folder, "-q", "downgrade", "left@t1")).isEqualTo(new CommandRun(0, "", ""));
        assertThat(current()).isEqualTo("b1 (head)\n");
    }

    private String current() {
        return CommandRun.of(folder, "-q", "current").out();
    }

    private void write(String id, String parent, String label, String message) throws IOException {
        Files.writeString(
                folder.resolve("migrations/" + id + ".sql"),
                "-- " + message + "\n--\n-- Revision ID: " + id + "\n-- Revises: " + parent + "\n-- Branch Labels: "
                        + label + "\n-- limbeck: upgrade\nselect 1;\n-- limbeck: downgrade\nselect 1;\n");
    }
}
