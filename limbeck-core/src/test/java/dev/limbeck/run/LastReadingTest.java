// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Schema;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LastReadingTest {
    private static final CodeObject READS = privilege("table a to reader");
    private static final CodeObject WRITES = privilege("table a to writer");
    private static final Operation SQL = new Operation.Execute("select 1", List.of());

    private final AtomicInteger readings = new AtomicInteger();
    private final LastReading reading = new LastReading(() -> {
        readings.incrementAndGet();
        return Schema.EMPTY.withCode(List.of(READS, WRITES));
    });

    @Test
    void theDatabaseIsReadOnceWhileTextsGoOneByOne() {
        assertThat(reading.schema().code()).hasSize(2);
        reading.pass(new Operation.DropCode(READS.key(), READS));

        assertThat(reading.schema().code().values()).containsExactly(WRITES);
        assertThat(readings).hasValue(1);
    }

    @Test
    void theDatabaseIsReadAnewAfterWhateverMayHaveMoreEffects() {
        assertThat(reading.schema().code()).hasSize(2);
        reading.pass(SQL);

        assertThat(reading.schema().code()).hasSize(2);
        assertThat(readings).hasValue(2);
    }

    @Test
    void theDatabaseIsReadAnewForWhateverIsNoTextAsMoreThanOperationsMayHaveChangedIt() {
        assertThat(reading.schema().code()).hasSize(2);
        reading.pass(new Operation.DropCode(READS.key(), READS));
        reading.next(SQL);

        assertThat(reading.schema().code()).hasSize(2);
        assertThat(readings).hasValue(2);
    }

    private static CodeObject privilege(String name) {
        return new CodeObject(CodeObject.Key.phrase(CodeObject.Kind.PRIVILEGE, name), "grant select on " + name);
    }
}
