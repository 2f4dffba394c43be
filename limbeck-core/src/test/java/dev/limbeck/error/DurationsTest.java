// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "0,0 ms",
        "381,381 ms",
        "1000,1 s",
        "1249,1.2 s",
        "59950,60 s",
        "60000,1 min",
        "300000,5 min",
        "61000,61 s"
    })
    void saysALengthOfTimeInWords(long millis, String words) {
        assertThat(Durations.inWords(Duration.ofMillis(millis))).isEqualTo(words);
    }

    @Test
    void readsALimitThatIsNone() {
        assertThat(Durations.parseLimit("OFF")).isZero();
        assertThat(Durations.parseLimit("2s")).isEqualTo(Duration.ofSeconds(2));
        assertThatThrownBy(() -> Durations.parseLimit("2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a number with its unit");
    }
}
