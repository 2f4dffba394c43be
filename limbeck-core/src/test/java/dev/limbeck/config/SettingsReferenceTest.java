// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingsReferenceTest {
    private static final Path PAGE = Path.of("../docs/reference/settings.md");
    private static final String INTRODUCTION = """
            # Settings

            <!-- Written from the catalogue in dev.limbeck.config.Options by SettingsReferenceTest; run the tests of
            limbeck-core with -Dgolden.update after a change. -->

            Limbeck reads `limbeck.properties` from the working directory or the nearest folder above it, or the file named
            with `-c FILE` or in `LIMBECK_CONFIG`. A key can be set in several places; the strongest wins:

            1. the command line: `--url URL`, or `-D url=URL` for any key,
            2. system properties: `-Dlimbeck.url=URL`,
            3. environment variables: `LIMBECK_URL` (upper case, `_` for `.` and `-`; the open prefixes at the end have none),
            4. the file,
            5. the default.

            Relative paths start at the file's folder. A blank value counts as not set. An unknown key is an error.

            In the file a value may name what stands elsewhere: `${NAME}` is an environment variable, `${sys:NAME}` a system
            property, `${x:NAME}` what `-x NAME=VALUE` gives on the command line, `${file:PATH}` the content of a file.
            `${NAME:default}` falls back on the default, `$${` is a plain `${`. A missing one is an error once its key is needed.

            | key | type | default | meaning |
            |---|---|---|---|
            """;

    @Test
    void documentsEveryOption() throws IOException {
        String expected = INTRODUCTION + rows() + "\nOpen prefixes:\n\n| keys | meaning |\n|---|---|\n" + openRows();
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    private static String rows() {
        return Options.all().stream()
                .map(option -> "| `" + option.key() + "` | " + option.type().label() + " | "
                        + option.defaultText().map(text -> "`" + text + "`").orElse("") + " | " + option.doc()
                        + (option.secret() ? " Never shown; no flag of its own." : "") + " |\n")
                .collect(Collectors.joining());
    }

    private static String openRows() {
        return Options.open().stream()
                .map(prefix -> "| `" + prefix.key() + "*` | " + prefix.doc() + " |\n")
                .collect(Collectors.joining());
    }
}
