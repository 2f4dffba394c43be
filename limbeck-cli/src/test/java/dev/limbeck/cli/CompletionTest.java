// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real shell completes with the script that is printed. */
class CompletionTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "limbeck up"                         | upgrade
            "limbeck h"                          | history heads help
            "limbeck upgrade --p"                | --plan
            "limbeck history --out"              | --output
            "limbeck history --output "          | text json
            "limbeck history --output j"         | json
            "limbeck check --against l"          | live
            "limbeck --color "                   | always auto never
            "limbeck completion z"               | zsh
            "limbeck help upg"                   | upgrade
            """)
    void completesInBash(String line, String words) throws IOException, InterruptedException {
        assumeThat(isInstalled("bash")).as("bash is installed").isTrue();

        assertThat(completed(line)).containsExactlyInAnyOrder(words.split(" "));
    }

    @Test
    void offersEveryCommand() throws IOException, InterruptedException {
        assumeThat(isInstalled("bash")).as("bash is installed").isTrue();

        assertThat(completed("limbeck "))
                .containsAll(Grammar.create().getSubcommands().keySet())
                .doesNotContain("--scratch");
    }

    @Test
    void isReadByZsh() throws IOException, InterruptedException {
        assumeThat(isInstalled("zsh")).as("zsh is installed").isTrue();
        script("zsh");

        assertThat(shell("zsh", "-f", "-c", "source ./completion && print -r -- ${_comps[limbeck]:-none}"))
                .containsExactly("_bash_complete -o default -F _complete_limbeck");
    }

    private List<String> completed(String line) throws IOException, InterruptedException {
        script("bash");
        return shell(
                "bash",
                "--norc",
                "-c",
                "source ./completion; compopt() { :; }; line=\"$1\"; read -ra COMP_WORDS <<< \"$line\";"
                        + " [[ $line == *' ' ]] && COMP_WORDS+=('');"
                        + " COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE=$line; COMP_POINT=${#line};"
                        + " _complete_limbeck limbeck \"${COMP_WORDS[COMP_CWORD]}\" \"${COMP_WORDS[COMP_CWORD-1]}\";"
                        + " printf '%s\\n' \"${COMPREPLY[@]}\"",
                "complete",
                line);
    }

    private void script(String shell) throws IOException {
        CommandRun run = CommandRun.of(folder, "completion", shell);
        assertThat(run.exitCode()).as(run.err()).isZero();
        Files.writeString(folder.resolve("completion"), run.out());
    }

    private List<String> shell(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out.lines().map(String::strip).toList();
    }

    private static boolean isInstalled(String shell) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, shell)));
    }
}
