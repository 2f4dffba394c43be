// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file holds a history, {@code revision: parents} in a line, and below an empty line its drawing. */
class HistoryGraphTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/graph");

    static List<Path> shapes() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void drawsTheShape(Path file) throws IOException {
        String[] parts = Files.readString(file).split("\n\n", 2);
        List<HistoryGraph.Node> nodes = new ArrayList<>();
        for (String line : parts[0].lines().toList()) {
            String[] words = line.split(":? ");
            nodes.add(new HistoryGraph.Node(
                    words[0].replace(":", ""),
                    List.of(words).subList(1, words.length),
                    List.of(words[0].replace(":", ""))));
        }

        String drawing = HistoryGraph.draw(nodes, Palette.PLAIN);

        if (System.getProperty("golden.update") != null) {
            Files.writeString(file, parts[0] + "\n\n" + drawing);
        }
        assertThat(drawing).isEqualTo(Files.readString(file).split("\n\n", 2)[1]);
    }

    @Test
    void keepsALaneBesideTextOfSeveralLines() {
        List<String> text = List.of("first", "", "second", "");
        List<HistoryGraph.Node> nodes = List.of(
                new HistoryGraph.Node("d", List.of("b", "c"), text),
                new HistoryGraph.Node("c", List.of("a"), text),
                new HistoryGraph.Node("b", List.of("a"), text),
                new HistoryGraph.Node("a", List.of(), text));

        assertThat(HistoryGraph.draw(nodes, Palette.PLAIN)).isEqualTo("""
                *   first
                |\\
                | | second
                | |
                | * first
                | |
                | | second
                | |
                * | first
                |/
                |   second
                |
                * first

                  second

                """);
    }
}
