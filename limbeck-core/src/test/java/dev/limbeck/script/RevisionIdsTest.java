// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionIdsTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-21T23:59:59+01:00");

    @Test
    void hexIdsAreTwelveRandomDigits() {
        String id = RevisionIds.HEX.next(List.of(), NOW);

        assertThat(id).matches("[0-9a-f]{12}").isNotEqualTo(RevisionIds.HEX.next(List.of(), NOW));
        assertThat(RevisionIds.HEX.fits(id)).isTrue();
        assertThat(RevisionIds.HEX.fits("0001")).isFalse();
    }

    @Test
    void ordinalsFollowTheHighest() {
        assertThat(RevisionIds.ORDINAL.next(List.of(), NOW)).isEqualTo("0001");
        assertThat(RevisionIds.ORDINAL.next(List.of("0002", "0009", "a1", "20261121235959"), NOW))
                .isEqualTo("0010");
        assertThat(RevisionIds.ORDINAL.next(List.of("9999"), NOW)).isEqualTo("10000");
        assertThat(RevisionIds.ORDINAL.fits("10000")).isTrue();
    }

    @Test
    void timestampsAreTheLocalTimeAndNeverTakenTwice() {
        assertThat(RevisionIds.TIMESTAMP.next(List.of(), NOW)).isEqualTo("20261121235959");
        assertThat(RevisionIds.TIMESTAMP.next(List.of("20261121235959", "20261122000000"), NOW))
                .isEqualTo("20261122000001");
    }
}
