// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person at a terminal gets, and a file does not. */
class TerminalOutputTest {
    private static final Terminal TERMINAL = new Terminal(false, true, true, 80);
    private static final String PLAIN = "a1 -> b2 (shop) (head), two\n<base> -> a1 (shop), one\n";
    private static final String COLOURED = "a1 -> \u001b[33mb2\u001b[0m (\u001b[1;32mshop\u001b[0m)"
            + " (\u001b[1;33mhead\u001b[0m), two\n"
            + "<base> -> \u001b[33ma1\u001b[0m (\u001b[1;32mshop\u001b[0m), one\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void project() throws IOException {
        Files.writeString(folder.resolve("limbeck.properties"), "limbeck.url=jdbc:sqlite:shop.db\n");
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(
                folder.resolve("migrations/a1.sql"), "-- one\n-- Revision ID: a1\n-- limbeck: upgrade\nselect 1;\n");
        Files.writeString(
                folder.resolve("migrations/b2.sql"),
                "-- two\n-- Revision ID: b2\n-- Revises: a1\n-- Branch Labels: shop\n-- limbeck: upgrade\nselect 1;\n");
    }

    @ParameterizedTest
    @CsvSource({
        "true,  auto,   '',    true",
        "false, auto,   '',    false",
        "true,  auto,   1,     false",
        "true,  never,  '',    false",
        "false, always, '',    true",
        "false, ALWAYS, 1,     true",
    })
    void coloursATerminalOrWhatItIsToldTo(boolean terminal, String when, String noColor, boolean coloured) {
        CommandRun run = CommandRun.of(
                folder,
                Map.of("NO_COLOR", noColor, "PAGER", ""),
                new Terminal(false, terminal, false, 80),
                "history",
                "--color",
                when);

        assertThat(run.out()).isEqualTo(coloured ? COLOURED : PLAIN);
    }

    @Test
    void coloursNoTerminalThatCannot() {
        assertThat(CommandRun.of(folder, Map.of("TERM", "dumb", "PAGER", ""), TERMINAL, "history")
                        .out())
                .isEqualTo(PLAIN);
    }

    @Test
    void coloursLanesOfAGraph() {
        assertThat(CommandRun.of(folder, "--color=always", "history", "--graph").out())
                .startsWith("\u001b[31m*\u001b[0m \u001b[33mb2\u001b[0m (\u001b[1;32mshop\u001b[0m)");
    }

    @Test
    void coloursHowItWent() {
        assertThat(CommandRun.of(folder, "revision", "--head", "b2", "-m", "three", "--lang", "sql", "--color=always")
                        .out())
                .endsWith("_three.sql ...  \u001b[32mdone\u001b[0m\n");
        assertThat(CommandRun.of(folder, "show", "zz", "--color=always").err())
                .startsWith("\u001b[1;31mFAILED:\u001b[0m Can't locate");
        assertThat(CommandRun.of(folder, Map.of(), true, "show", "zz", "--color=never")
                        .err())
                .startsWith("FAILED: Can't locate");
    }

    @Test
    void neverColoursJson() {
        assertThat(CommandRun.of(folder, "history", "--output", "json", "--color", "always")
                        .out())
                .startsWith("{")
                .doesNotContain("\u001b");
    }

    @Test
    void givesLongReportsToThePager() throws IOException {
        CommandRun run = CommandRun.of(folder, pager("cat > seen; echo $LESS > less"), TERMINAL, "history");

        assertThat(run).isEqualTo(new CommandRun(0, "", ""));
        assertThat(folder.resolve("seen")).hasContent(COLOURED);
        assertThat(folder.resolve("less")).hasContent("FRX");
    }

    @ParameterizedTest
    @CsvSource({"true, --no-pager, cat > seen", "true, --quiet, ''", "true, --quiet, cat", "false, --quiet, cat > seen"
    })
    void printsAtOnceWithoutTerminalOrPager(boolean terminal, String flag, String command) {
        CommandRun run = CommandRun.of(
                folder, pager(command), new Terminal(false, terminal, false, 80), "history", flag, "--color=never");

        assertThat(run).isEqualTo(new CommandRun(0, PLAIN, ""));
        assertThat(folder.resolve("seen")).doesNotExist();
    }

    @Test
    void printsItselfWhatAMissingPagerCannot() {
        assertThat(CommandRun.of(folder, pager("no-such-pager 2>/dev/null"), TERMINAL, "history")
                        .out())
                .isEqualTo(COLOURED);
    }

    @Test
    void takesNoOffenceAtAPagerThatIsLeftEarly() throws IOException {
        Files.writeString(
                folder.resolve("migrations/c3.sql"),
                "-- " + "long ".repeat(100_000) + "\n-- Revision ID: c3\n-- limbeck: upgrade\nselect 1;\n");

        assertThat(CommandRun.of(folder, pager("exit 0"), TERMINAL, "show", "c3"))
                .isEqualTo(new CommandRun(0, "", ""));
    }

    private static Map<String, String> pager(String command) {
        return Map.of("LIMBECK_PAGER", command, "PAGER", "false", "PATH", System.getenv("PATH"));
    }
}
