// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossTest {
    private static final Name USERS = Name.of("users");

    @Test
    void tellsWhatIsDropped() {
        assertThat(Loss.of(new Operation.DropTable(USERS, null))).contains("the rows of table users");
        assertThat(Loss.of(new Operation.DropColumn(USERS, "nick", null))).contains("the values of column users.nick");
        assertThat(Loss.of(new Operation.AlterEnum(USERS, List.of("a"), List.of("a", "b"))))
                .contains("the values b of enum type users");
    }

    @Test
    void losesNothingByOtherChanges() {
        assertThat(Loss.of(new Operation.RenameTable(USERS, "people"))).isEmpty();
        assertThat(Loss.of(new Operation.DropIndex(USERS, "ix", null))).isEmpty();
        assertThat(Loss.of(new Operation.AlterColumn(
                        USERS, "a", ColumnChange.NONE.notNull(), ColumnChange.NONE.nullable())))
                .isEmpty();
        assertThat(Loss.of(new Operation.AlterEnum(USERS, List.of("a", "b"), List.of("a"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "varchar(80) | varchar(20) | true",
                "varchar(20) | varchar(80) | false",
                "numeric(10,4) | numeric(12,2) | true",
                "numeric(10,2) | numeric(12,2) | false",
                "integer | text | false",
                "text | date | true",
                "timestamp | date | true"
            })
    void tellsNarrowerTypes(String from, String to, boolean loses) {
        assertThat(Loss.of(new Operation.AlterColumn(
                                USERS,
                                "c",
                                ColumnChange.NONE.type(PrechecksTest.type(to)),
                                ColumnChange.NONE.type(PrechecksTest.type(from))))
                        .isPresent())
                .isEqualTo(loses);
    }
}
