// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is typed where a revision belongs, the answer is one line that a person can read. */
class HostileTargetsTest {
    private static final int LONGEST_LINE = 1000;

    @TempDir
    private Path folder;

    static Stream<String> targets() {
        return Stream.of(
                "",
                " ",
                "@",
                "@@",
                "a@@b",
                "a@b@c",
                "+",
                "-",
                "++1",
                "--1",
                "+-1",
                "1+",
                "+99999999999",
                "-99999999999",
                "a1+99999999999999999999",
                "+0",
                "-0",
                ":",
                "::",
                "a:b:c",
                "head@head",
                "base@a1",
                "x".repeat(10_000),
                "a1@" + "x".repeat(10_000),
                "x".repeat(10_000) + ":" + "y".repeat(10_000),
                ":".repeat(10_000),
                "Überarbeitung",
                "修订",
                "\ud83d\ude00",
                "\ud800",
                "e\u0301@head",
                "\u202e1a",
                "a\nb",
                "a\tb",
                "a\u0000b",
                "\u001b[31mred",
                "a1'; drop table limbeck_version; --",
                "a1\" or \"1\"=\"1",
                "../../etc/passwd",
                "${jndi:ldap://x}",
                "%s%n%d",
                "*",
                "a1 b2",
                "$(id)",
                "null");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void areAnsweredInOneLine(String target) throws IOException {
        HistoryFolder history =
                HistoryFolder.create(folder, new SqliteFile(folder)).with("a1", "b2 < a1");
        for (List<String> command : List.of(
                List.of("show", target),
                List.of("history", "-r", target),
                List.of("history", "-r" + target + ":"),
                List.of("upgrade", target),
                List.of("upgrade", target, "--sql"),
                List.of("downgrade", target),
                List.of("stamp", target),
                List.of("stamp", target, "--sql"),
                List.of("merge", target, "b2"),
                List.of("revision", "-m", "new", "--head=" + target))) {
            assertRefused(history.limbeck(command.toArray(String[]::new)), command.get(0));
        }
    }

    private static void assertRefused(Limbeck.Outcome outcome, String command) {
        List<String> failures = outcome.err()
                .lines()
                .filter(line -> !line.startsWith("INFO") && !line.startsWith("Usage:") && !line.startsWith("Try '"))
                .toList();
        if (outcome.exitCode() == 2) {
            assertThat(failures).isNotEmpty();
        } else if (outcome.exitCode() == 1) {
            assertThat(failures).as(command).hasSize(1);
            assertThat(failures.get(0)).startsWith("FAILED: ").hasSizeLessThan(LONGEST_LINE);
        }
        assertThat(outcome.exitCode()).isBetween(0, 2);
        assertThat(outcome.err())
                .doesNotContain("\tat ")
                .doesNotContain("defect")
                .doesNotContain("Exception")
                .doesNotContain("\u001b");
    }
}
