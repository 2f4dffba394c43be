// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRangeTest {
    private static final Dialect POSTGRESQL = Dialects.forUrl("jdbc:postgresql://localhost/x");
    private static final Dialect MARIADB = Dialects.forUrl("jdbc:mariadb://localhost/x");
    private static final List<Object> VALUES = List.of(new BigDecimal("7"), "it's", new BigDecimal("9"));

    @Test
    void comparesOneColumn() {
        assertThat(KeyRange.behind(MARIADB, List.of("id"), List.of("a"))).isEqualTo("id > 'a'");
        assertThat(KeyRange.upTo(MARIADB, List.of("id"), List.of("a"))).isEqualTo("id <= 'a'");
    }

    @Test
    void comparesRowsWhereAnIndexServesThem() {
        assertThat(KeyRange.behind(POSTGRESQL, List.of("a", "b", "c"), VALUES))
                .isEqualTo("(a, b, c) > (7, 'it''s', 9)");
        assertThat(KeyRange.upTo(POSTGRESQL, List.of("a", "b", "c"), VALUES)).isEqualTo("(a, b, c) <= (7, 'it''s', 9)");
    }

    @Test
    void spellsTheComparisonOutElsewhere() {
        assertThat(KeyRange.behind(MARIADB, List.of("a", "b", "c"), VALUES))
                .isEqualTo("a >= 7 and ((a > 7) or (a = 7 and b > 'it''s') or (a = 7 and b = 'it''s' and c > 9))");
        assertThat(KeyRange.upTo(MARIADB, List.of("a", "b", "c"), VALUES))
                .isEqualTo("a <= 7 and ((a < 7) or (a = 7 and b < 'it''s') or (a = 7 and b = 'it''s' and c <= 9))");
    }
}
