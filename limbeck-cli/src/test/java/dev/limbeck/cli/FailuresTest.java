// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void saysAKnownFailureInItsOwnWords() {
        MigrationException failure = new MigrationException(ErrorCode.BAD_TARGET, "two\nlines");

        assertThat(printed(failure, false)).isEqualTo("FAILED: two\nlines\n");
    }

    @Test
    void callsAnythingElseADefect() {
        assertThat(printed(new IllegalStateException("odd"), false))
                .isEqualTo("FAILED: A defect of Limbeck, not of your project: java.lang.IllegalStateException: odd."
                        + " Run it again with --raiseerr, and report it.\n");
        assertThat(printed(new StackOverflowError(), true))
                .startsWith("FAILED: A defect of Limbeck, not of your project: java.lang.StackOverflowError."
                        + " Please report it with the stack trace.\njava.lang.StackOverflowError\n\tat ");
    }

    @Test
    void showsNoPassword() {
        assertThat(printed(new IllegalStateException("jdbc:x://h/d?password=hunter2"), true))
                .doesNotContain("hunter2");
    }

    private static String printed(Throwable failure, boolean trace) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Failures.print(stream, Palette.PLAIN, failure, trace);
        return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
