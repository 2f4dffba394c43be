// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {

    @Test
    void everyCodeHasItsHeadingInTheReference() throws IOException {
        List<String> headings;
        try (Stream<String> lines = Files.lines(Path.of("../docs/reference/errors.md"))) {
            headings = lines.filter(line -> line.startsWith("## "))
                    .map(line -> line.substring(3))
                    .toList();
        }

        assertThat(headings)
                .containsExactlyElementsOf(Stream.of(ErrorCode.values())
                        .map(code -> code.id() + " " + code.name())
                        .toList());
    }
}
