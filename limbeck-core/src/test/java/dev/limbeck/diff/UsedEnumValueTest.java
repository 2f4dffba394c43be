// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsedEnumValueTest {
    private static final Name MOOD = Name.of("mood");
    private static final Column HOW = Column.of("how", DataType.named(MOOD));
    private static final Schema BEFORE = schema(List.of("sad", "ok"), HOW);

    @Test
    void addsAValueFirstAndCommitsItWhereADefaultUsesIt() {
        Schema after = schema(List.of("sad", "ok", "happy"), HOW.withValue(new ColumnValue.Literal("happy")));

        List<Operation> operations = diff(after);

        assertThat(operations).hasSize(2);
        assertThat(operations.get(0))
                .isEqualTo(new Operation.AlterEnum(MOOD, List.of("sad", "ok", "happy"), List.of("sad", "ok"), true));
        assertThat(Operation.applyAll(operations, BEFORE)).isEqualTo(after);
        assertThat(Operation.applyAll(Operation.reverseAll(operations), after)).isEqualTo(BEFORE);
    }

    @Test
    void leavesTheTransactionAloneWhereNothingUsesTheValue() {
        assertThat(diff(schema(List.of("sad", "ok", "happy"), HOW.withValue(new ColumnValue.Literal("ok")))))
                .contains(new Operation.AlterEnum(MOOD, List.of("sad", "ok", "happy"), List.of("sad", "ok")));
    }

    private static Schema schema(List<String> values, Column column) {
        return Schema.of(
                List.of(Table.of(Name.of("people"), List.of(column))), List.of(), List.of(EnumType.of(MOOD, values)));
    }

    private static List<Operation> diff(Schema after) {
        return Differ.diff(BEFORE, after, new PostgresqlDialect().diffRules());
    }
}
