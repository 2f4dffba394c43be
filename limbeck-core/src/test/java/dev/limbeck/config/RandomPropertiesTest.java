// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.limbeck.error.MigrationException;
import dev.limbeck.fixtures.RandomText;
import dev.limbeck.fixtures.Seeds;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Any text at all is read as properties, or refused with its line; what is read is what the JDK reads of it. */
class RandomPropertiesTest {
    private static final int LARGE = Integer.getInteger("large", 300_000);

    private static final List<String> PIECES = List.of(
            "limbeck.url",
            "limbeck.x",
            "=",
            ":",
            " ",
            "\\",
            "\\\n",
            "\\\\",
            "\n",
            "\r\n",
            "\r",
            "#",
            "!",
            "\\u0041",
            "\\uZZ",
            "${A}",
            "${",
            "}",
            "${A:b}",
            "${file:/x}",
            "jdbc:h2:mem:",
            ",",
            "\\t",
            "value");

    @Test
    void areReadOrRefused() {
        Seeds.forAll(5_000, random -> {
            String text = RandomText.of(random, PIECES);
            try {
                PropertyFile.parse(text, "limbeck.properties").forEach(entry -> {
                    assertThat(entry.location().line())
                            .isBetween(1, 1 + (int) text.lines().count());
                });
            } catch (MigrationException refused) {
                assertThat(refused.getMessage()).startsWith("limbeck.properties:");
            }
        });
    }

    @Test
    void areReadInATimeThatGrowsAsTheyDo() {
        for (String piece : PIECES) {
            String large = piece.repeat(LARGE / piece.length());
            assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () -> {
                        try {
                            PropertyFile.parse(large, "limbeck.properties");
                        } catch (MigrationException refused) {
                            assertThat(refused.getMessage()).isNotBlank();
                        }
                    },
                    () -> piece + " again and again");
        }
    }
}
