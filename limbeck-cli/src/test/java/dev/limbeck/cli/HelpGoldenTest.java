// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
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

    @Test
    void documentsNoCommandThatIsGone() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .isEqualTo(commands().stream().map(name -> name + ".txt").collect(Collectors.toSet()));
        }
    }
}
