// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A broken history is told by every command in the same words, with the files at fault, and nothing is touched. */
class BrokenHistoriesTest {
    private static final List<String> COMMANDS = List.of(
            "history",
            "history -i",
            "history -r current:",
            "heads",
            "heads -v",
            "branches",
            "show a1",
            "show current",
            "current",
            "current -c",
            "check",
            "check --against live",
            "upgrade head",
            "upgrade head --sql",
            "downgrade base",
            "downgrade head:base --sql",
            "stamp head",
            "stamp --purge head",
            "stamp head --sql",
            "revision -m new",
            "revision --autogenerate -m new",
            "merge heads");

    @TempDir
    private Path folder;

    /** What is wrong with two or three revisions, and the beginning and the files of the message. */
    private record Fault(String name, List<String> revisions, String message, List<String> files) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault(
                        "a missing parent",
                        List.of("a1", "b2 < gone"),
                        "Revision gone referenced from b2 (",
                        List.of("b2.sql")),
                new Fault(
                        "a dependency on a missing revision",
                        List.of("a1", "b2 < a1 dep gone"),
                        "Revision gone referenced from b2 (",
                        List.of("b2.sql")),
                new Fault(
                        "a self loop",
                        List.of("a1", "b2 < b2"),
                        "Self-loop is detected in revisions (b2)",
                        List.of("b2.sql")),
                new Fault(
                        "a dependency on itself",
                        List.of("a1", "b2 < a1 dep b2"),
                        "Dependency self-loop is detected in revisions (b2)",
                        List.of("b2.sql")),
                new Fault(
                        "a cycle",
                        List.of("a1 < c3", "b2 < a1", "c3 < b2"),
                        "Cycle is detected in revisions (a1, b2, c3)",
                        List.of("a1.sql", "b2.sql", "c3.sql")),
                new Fault(
                        "a cycle of dependencies",
                        List.of("a1 dep c3", "b2", "c3 < b2 dep a1"),
                        "Dependency cycle is detected in revisions (a1, c3)",
                        List.of("a1.sql", "c3.sql")),
                new Fault(
                        "one label twice",
                        List.of("a1 label shop", "b2 < a1 label shop"),
                        "Branch name 'shop' in revision b2 (",
                        List.of("a1.sql", "b2.sql")),
                new Fault(
                        "a label that is an id",
                        List.of("a1", "b2 < a1 label a1"),
                        "Branch name 'a1' in revision b2 (",
                        List.of("a1.sql", "b2.sql")),
                new Fault(
                        "a word of the grammar as an id",
                        List.of("a1", "head < a1"),
                        "The word 'head' is not allowed as revision identifier 'head' (",
                        List.of("head.sql")),
                new Fault(
                        "an id that would read as something else",
                        List.of("a1", "b-2 < a1"),
                        "Character(s) '-' not allowed in revision identifier 'b-2' (",
                        List.of("b-2.sql")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void sayTheSameInEveryCommand(Fault fault) throws IOException {
        HistoryFolder history = HistoryFolder.create(folder, new SqliteFile(folder))
                .with(fault.revisions().toArray(String[]::new));

        assertEachCommandSays(history, fault.message(), fault.files());
    }

    @ParameterizedTest
    @MethodSource("twins")
    void sayTheSameOfOneIdInTwoFiles(String second) throws IOException {
        HistoryFolder history =
                HistoryFolder.create(folder, new SqliteFile(folder)).with("a1", "b2 < a1");
        history.write(second, "a1");

        assertEachCommandSays(
                history, "Revision a1 is present more than once: in ", List.of("migrations/a1.sql", second));
    }

    static Stream<String> twins() {
        return Stream.of("migrations/z.sql", "more/a1.sql");
    }

    private void assertEachCommandSays(HistoryFolder history, String message, List<String> files) throws IOException {
        List<String> before = everything();
        for (String command : COMMANDS) {
            Limbeck.Outcome outcome = history.limbeck(command.split(" ", -1));

            assertThat(outcome.exitCode()).as(command).isEqualTo(1);
            assertThat(outcome.out()).as(command).isEmpty();
            assertThat(outcome.err())
                    .as(command)
                    .startsWith("FAILED: " + message)
                    .contains(files)
                    .doesNotContain("\tat ")
                    .hasLineCount(1);
            assertThat(everything()).as("the files after " + command).isEqualTo(before);
        }
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
