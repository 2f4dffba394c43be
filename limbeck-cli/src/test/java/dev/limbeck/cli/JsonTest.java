// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
    private record Inner(boolean mark) {}

    private record Result(Optional<Path> file, Optional<Inner> inner, Optional<String> absent, List<String> names) {}

    @Test
    void writesRecordsByTheirOwnNames() {
        Result result = new Result(
                Optional.of(Path.of("a", "b")), Optional.of(new Inner(true)), Optional.empty(), List.of("\u00e9"));

        assertThat(Json.write(result)).isEqualTo("""
                        {
                          "file" : "a/b",
                          "inner" : {
                            "mark" : true
                          },
                          "absent" : null,
                          "names" : [ "\u00e9" ]
                        }
                        """);
    }
}
