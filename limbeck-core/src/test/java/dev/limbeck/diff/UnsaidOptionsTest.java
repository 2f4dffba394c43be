// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnsaidOptionsTest {
    private static final Constraint.PrimaryKey PLAIN = new Constraint.PrimaryKey(null, List.of("id"));
    private static final Constraint.PrimaryKey DESCENDING = PLAIN.withOptions(Map.of("desc(id)", "true"));

    @Test
    void stayWithAKeyOverTheSameColumns() {
        assertThat(UnsaidOptions.kept(schema(DESCENDING), schema(PLAIN))).isEqualTo(schema(DESCENDING));
    }

    @Test
    void goWithAKeyOverOtherColumnsOrOneThatSaysItsOwn() {
        Constraint.PrimaryKey other = new Constraint.PrimaryKey(null, List.of("id", "day"));
        Constraint.PrimaryKey commented = PLAIN.withOptions(Map.of("comment", "why"));

        assertThat(UnsaidOptions.kept(schema(DESCENDING), schema(other))).isEqualTo(schema(other));
        assertThat(UnsaidOptions.kept(schema(DESCENDING), schema(commented))).isEqualTo(schema(commented));
    }

    private static Schema schema(Constraint.PrimaryKey key) {
        return Schema.EMPTY.with(Table.of(Name.of("book"), List.of()).plus(key));
    }
}
