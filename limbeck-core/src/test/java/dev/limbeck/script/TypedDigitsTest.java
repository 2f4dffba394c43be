// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDigitsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a1b2c3d4e5f6",
                "c7d8e9f0a1b2",
                "1a2b3c4d5e6f",
                "123456789abc",
                "fedcba987654",
                "000000000001",
                "aaaaaaaaaaaa",
                "123123123123",
                "abcdefabcdef"
            })
    void findsWhatPeopleMakeUp(String id) {
        assertThat(RevisionIds.HEX.looksTyped(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5b0f3ad19c72", "e41c7709d3a8", "1975ea83b712", "27c6a30d7c24", "ae1027a6acf0"})
    void believesInChance(String id) {
        assertThat(RevisionIds.HEX.looksTyped(id)).isFalse();
    }

    @Test
    void believesItsOwnGenerator() {
        Stream.generate(() -> RevisionIds.HEX.next(List.of(), ZonedDateTime.now(ZoneOffset.UTC)))
                .limit(20_000)
                .forEach(id -> assertThat(RevisionIds.HEX.looksTyped(id)).as(id).isFalse());
    }
}
