// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void readsWhatItWrote() {
        Map<String, Object> value = new TreeMap<>();
        value.put("empty", List.of());
        value.put("list", Arrays.asList("\"quoted\" \\ \n\t\u0001 ü \ud83d\ude00", true, null, Map.of()));
        value.put("number", new BigDecimal("-12.5"));

        assertThat(Json.read(Json.write(value))).isEqualTo(value);
    }

    @Test
    void readsWhatOthersWrite() {
        assertThat(Json.read(" { \"a\" : [ 1 , 2e3, \"\\u0041\\/\\b\" ] } "))
                .isEqualTo(Map.of("a", List.of(new BigDecimal("1"), new BigDecimal("2e3"), "A/\b")));
    }

    @Test
    void refusesWhatIsNoJson() {
        for (String text : List.of(
                "",
                "{",
                "[1,]",
                "{\"a\" 1}",
                "\"x",
                "\"\\u12\"",
                "\"\\q\"",
                "nul",
                "1 2",
                "-",
                "'x'",
                "[".repeat(300))) {
            assertThatThrownBy(() -> Json.read(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
