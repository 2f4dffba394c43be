// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.pairs;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two schemas as another tool's tests have them.
 *
 * @param pre what must be there before either, such as roles; null for nothing
 * @param older the schema to start from
 * @param newer the schema to come to
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Pair(
        String id,
        String dialect,
        List<String> kinds,
        String pre,
        @JsonProperty("old") String older,
        @JsonProperty("new") String newer) {

    String beforeText() {
        return text(older);
    }

    String afterText() {
        return text(newer);
    }

    private String text(String schema) {
        return (pre == null ? "" : pre + "\n") + (schema == null ? "" : schema);
    }

    /** The name of the suite that it comes from. */
    String source() {
        return id.substring(0, id.indexOf('/'));
    }

    static List<Pair> readAll(Path folder) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<Pair> pairs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    pairs.add(mapper.readValue(line, Pair.class));
                }
            }
        }
        return pairs;
    }
}
