// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/help");

    static Set<String> commands() {
        Set<String> commands = new TreeSet<>(Grammar.create().getSubcommands().keySet());
        commands.add("limbeck");
        return commands;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void printsTheDocumentedHelp(String command) throws IOException {
        String[] arguments = command.equals("limbeck") ? new String[] {"--help"} : new String[] {command, "--help"};
        Path golden = FOLDER.resolve(command + ".txt");

        CommandRun run = CommandRun.of(Path.of("."), arguments);

        if (System.getProperty("golden.update") != null) {
            Files.writeString(golden, run.out());
        }
        assertThat(run.out()).isEqualTo(Files.readString(golden));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void fitsOnATerminal(String command) throws IOException {
        assertThat(Files.readAllLines(FOLDER.resolve(command + ".txt")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void showsExamplesThatCanBeTyped(String command) {
        List<String> examples = Examples.of(command);
        String text = String.join("\n", examples).replaceAll("\\\\\n +", "").replaceAll("(?m) +#.*$", "");

        assertThat(examples.isEmpty()).as("only the root has none").isEqualTo(command.equals("limbeck"));
        assertThat(text.lines()).allSatisfy(HelpGoldenTest::parses);
    }

    private static void parses(String line) {
        String call = line.replaceAll("^source <\\((.*)\\)$", "$1");
        List<String> words = Pattern.compile("'[^']*'|\"[^\"]*\"|\\S+")
                .matcher(call)
                .results()
                .map(MatchResult::group)
                .map(word -> word.replaceAll("^(['\"])(.*)\\1$", "$2"))
                .toList();
        assertThat(words.get(0)).isEqualTo("limbeck");
        Grammar.create().parseArgs(words.subList(1, words.size()).toArray(String[]::new));
    }

    @Test
    void documentsEveryCommandOnOnePage() throws IOException {
        Path page = Path.of("../docs/reference/commands.md");
        StringBuilder text = new StringBuilder("""
                # Commands

                <!-- Written from the help texts by HelpGoldenTest; run the tests of limbeck-cli with -Dgolden.update after
                a change. -->

                What `limbeck help` and `limbeck help COMMAND` print. Exit codes: 0 done; 1 the command failed, or a check found
                something (`FAILED: …` on standard error); 2 wrong usage.
                """);
        for (String command : Stream.concat(Stream.of("limbeck"), Grammar.create().getSubcommands().keySet().stream())
                .toList()) {
            text.append("\n## ").append(command).append("\n\n```text\n");
            text.append(Files.readString(FOLDER.resolve(command + ".txt"))).append("```\n");
        }

        if (System.getProperty("golden.update") != null) {
            Files.writeString(page, text);
        }
        assertThat(Files.readString(page)).isEqualTo(text.toString());
    }

    @Test
    void helpsWithACommandAndWithTheSettings() {
        CommandRun settings = CommandRun.of(Path.of("."), "help", "settings");

        assertThat(CommandRun.of(Path.of("."), "help", "upgrade"))
                .isEqualTo(CommandRun.of(Path.of("."), "upgrade", "--help"));
        assertThat(CommandRun.of(Path.of("."), "help")).isEqualTo(CommandRun.of(Path.of("."), "--help"));
        assertThat(settings.out())
                .contains("\nlock-timeout (duration, such as 30s or 5m; default: 5m)\n    How long to wait")
                .contains("\nrevision-language (java or sql; default: java)\n");
        assertThat(settings.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(CommandRun.of(Path.of("."), "help", "nonsense").err())
                .startsWith("limbeck help: There is no command 'nonsense'\n");
        assertThat(CommandRun.of(Path.of("."), "help", "nonsense").exitCode()).isEqualTo(2);
    }

    @Test
    void documentsNoCommandThatIsGone() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .isEqualTo(commands().stream().map(name -> name + ".txt").collect(Collectors.toSet()));
        }
    }
}
