// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays each story below {@code scripts} on each database; {@code -Dstory=text} picks those whose path contains it. */
public abstract class Stories {
    private static final Path SCRIPTS = Path.of("src/test/resources/scripts");

    @TestFactory
    public Stream<DynamicContainer> stories() throws IOException {
        String wanted = System.getProperty("story", "");
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            List<Path> stories = files.filter(file -> file.toString().endsWith(".txt"))
                    .filter(file -> file.toString().contains(wanted))
                    .sorted()
                    .toList();
            return stories.stream().map(Stories::onEachDatabase);
        }
    }

    private static DynamicContainer onEachDatabase(Path file) {
        Story story = Story.read(file);
        String name = SCRIPTS.relativize(file).toString().replace(".txt", "");
        return DynamicContainer.dynamicContainer(
                name,
                kinds(name)
                        .filter(kind -> story.isFor(kind.vendor()))
                        .map(kind ->
                                DynamicTest.dynamicTest(name + " on " + kind, () -> StoryRunner.play(story, kind))));
    }

    /** What H2 makes of names, types and nulls as PostgreSQL does is seen well enough in the main job. */
    private static Stream<TestDatabase.Kind> kinds(String story) {
        return story.startsWith("main-job")
                ? Stream.of(TestDatabase.Kind.values())
                : TestDatabase.Kind.vendors().stream();
    }
}
