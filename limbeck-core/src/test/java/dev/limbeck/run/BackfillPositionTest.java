// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackfillPositionTest {

    @Test
    void comesBackFromItsText() {
        for (List<Object> key : List.<List<Object>>of(
                List.of(),
                List.of(new BigDecimal("12345678901234567890")),
                List.of("", "a\nb", "\\n", "\\\\", "it's\r\n\ttab\\"),
                List.of(new BigDecimal("-1.50"), "2026-01-02 03:04:05.123+00"))) {
            BackfillPosition position = new BackfillPosition("a\\\nb (id)", 7, 5, key);

            assertThat(BackfillPosition.parse(position.toString())).isEqualTo(position);
        }
    }

    @Test
    void countsWhatItWentBy() {
        assertThat(BackfillPosition.start("t (id)").behind(List.of("k"), 10, 3).behind(List.of("m"), 4, 0))
                .isEqualTo(new BackfillPosition("t (id)", 14, 3, List.of("m")));
    }
}
