// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import static dev.limbeck.jpa.ModelScripts.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectionTest {

    /** An older one cannot be told the database without a connection, and says that it has no dialect. */
    @ParameterizedTest
    @CsvSource({"5.6.15.Final, true", "6.4.1.Final, true", "6.6.0.Final, false", "7.4.5.Final, false"})
    void namesTheOldestHibernateThatWillDo(String version, boolean tooOld) {
        Unit unit = new Unit("jpa:shop", "limbeck", null, List.of(), List.of(), Map.of(), POSTGRESQL.name());
        String oldest = "Limbeck works with Hibernate ORM 6.6 and later.";
        String dialects = "hibernate-community-dialects";

        assertThat(new Rejection(unit, POSTGRESQL, version, false)
                        .explain(new IllegalStateException("Unable to determine Dialect without JDBC metadata")))
                .hasMessageContaining(tooOld ? oldest : dialects)
                .hasMessageNotContaining(tooOld ? dialects : oldest);
    }
}
