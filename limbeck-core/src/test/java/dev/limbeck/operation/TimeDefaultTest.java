// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.date;
import static dev.limbeck.operation.Definitions.timestamptz;
import static dev.limbeck.operation.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.schema.ColumnValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeDefaultTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"now()", "NOW()", "now", "current_timestamp", "CURRENT_TIMESTAMP(3)", " localtime ", "today"})
    void refusesAClockAsTheConstantOfATime(String clock) {
        assertThatThrownBy(() -> column("seen_at", timestamptz()).defaultValue(clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seen_at")
                .hasMessageContaining("defaultExpression(\"" + clock + "\")");
        assertThatThrownBy(() -> ColumnChange.NONE.type(date()).defaultValue(clock))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAClockWhereTheTypeIsNotSaid() {
        assertThatThrownBy(() -> ColumnChange.NONE.defaultValue("now()"))
                .hasMessageContaining("defaultExpression(\"'now()'\") for the text");
    }

    @Test
    void takesAMomentAndAText() {
        assertThat(column("seen_at", timestamptz())
                        .defaultValue("2026-11-21 10:00:00+00")
                        .column()
                        .value())
                .isEqualTo(new ColumnValue.Literal("2026-11-21 10:00:00+00"));
        assertThat(column("word", varchar(10)).defaultValue("now").column().value())
                .isEqualTo(new ColumnValue.Literal("now"));
    }
}
