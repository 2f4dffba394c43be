// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConstraintTest {

    @Test
    void anotherNameLeavesItUnprovenForTheRowsThatAreThere() {
        Constraint check = new Constraint.Check("a", "x > 0").withNotValid(true);
        Constraint key = Constraint.ForeignKey.of("a", List.of("x"), Name.of("t"), List.of("x"))
                .withNotValid(true);

        assertThat(check.withName("b").withName("a")).isEqualTo(check);
        assertThat(key.withName("b").withName("a")).isEqualTo(key);
    }
}
