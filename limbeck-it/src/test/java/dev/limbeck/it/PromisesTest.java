// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each promise of {@code docs/promises.md} names tests and stories, and all of them are there. */
class PromisesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`([\\w/.-]+)`");

    @Test
    void areHeldByTestsThatAreThere() throws IOException {
        List<String> promises = Files.readAllLines(ROOT.resolve("docs/promises.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| promise"))
                .toList();
        assertThat(promises).hasSizeGreaterThan(10);
        Set<String> present = present();
        for (String promise : promises) {
            Set<String> named = NAMED.matcher(promise)
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
            assertThat(named).as(promise).isNotEmpty();
            assertThat(present).as(promise).containsAll(named);
        }
    }

    /** The classes of tests by their simple names, and the stories by their paths. */
    private static Set<String> present() throws IOException {
        Set<String> present = new TreeSet<>();
        Path stories = Path.of("src/test/resources/scripts");
        try (Stream<Path> files = Files.walk(stories)) {
            files.forEach(file -> present.add(stories.relativize(file).toString()));
        }
        for (String module : List.of("core", "jpa", "embedded", "cli", "it")) {
            try (Stream<Path> files =
                    Files.walk(ROOT.resolve("limbeck-" + module).resolve("src/test/java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Test.java") || name.endsWith("IT.java"))
                        .forEach(name -> present.add(name.replace(".java", "")));
            }
        }
        return present;
    }
}
