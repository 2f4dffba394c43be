// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/** What the documentation shows exists: its links lead somewhere, and its commands are played by a story. */
class DocsTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern COMMAND = Pattern.compile("(?m)^(?:\\$ )?(?:bin/)?limbeck ([a-z-]+)(.*)$");
    private static final Pattern BLOCK = Pattern.compile("(?s)```(?:sh|console|bash)\\n(.*?)```");
    private static final Pattern FLAG = Pattern.compile("--[a-z][a-z-]+");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> root = Files.list(REPOSITORY);
                Stream<Path> docs = Files.walk(REPOSITORY.resolve("docs"))) {
            return Stream.concat(root, docs).filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) throws IOException {
        List<String> targets = LINK.matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains("://"))
                .toList();

        assertThat(targets)
                .allSatisfy(target ->
                        assertThat(page.resolveSibling(target).normalize()).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandsAreThoseOfTheStories(Path page) throws IOException {
        Set<String> shown = words(BLOCK.matcher(Files.readString(page))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n")));

        assertThat(playedByStories()).containsAll(shown);
    }

    @Test
    void theReadmeShowsCommands() throws IOException {
        assertThat(COMMAND.matcher(Files.readString(REPOSITORY.resolve("README.md")))
                        .results())
                .hasSizeGreaterThan(5);
    }

    private static Set<String> playedByStories() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/scripts"))) {
            return words(files.filter(file -> file.toString().endsWith(".txt"))
                    .map(DocsTest::read)
                    .map(text -> text.replaceAll("(?m)^!2? ", ""))
                    .collect(Collectors.joining("\n")));
        }
    }

    /** Each command, and each command with one of its flags. */
    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>();
        for (MatchResult command : COMMAND.matcher(text).results().toList()) {
            words.add(command.group(1));
            FLAG.matcher(command.group(2))
                    .results()
                    .map(flag -> command.group(1) + " " + flag.group())
                    .forEach(words::add);
        }
        return words;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
